package org.uniongrid.portal.own;

import static org.uniongrid.portal.PortalRule.MATTERS_ARE_CLOSED_FIRST;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Client;
import org.uniongrid.access.PhoneCodes;
import org.uniongrid.access.WorkerSession;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.OwnMatters;
import org.uniongrid.notice.NoticePreference;
import org.uniongrid.notice.NoticePreferences;
import org.uniongrid.people.AccountClosed;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.OwnData;
import org.uniongrid.people.Profile;
import org.uniongrid.people.Profiles;

/** Tells workers what is kept of them, gives it to them to take along, and forgets what may be forgotten. */
@Component
@Unscoped("of the worker themselves")
class DataDesk {

    static final String PURPOSE = "own-data";
    private static final String SUBJECT = "people.person";

    private final List<OwnData> modules;
    private final Identities identities;
    private final Profiles profiles;
    private final PhoneCodes codes;
    private final OwnMatters matters;
    private final NoticePreferences preferences;
    private final WorkerSession sessions;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final JdbcClient db;

    DataDesk(
            List<OwnData> modules,
            Identities identities,
            Profiles profiles,
            PhoneCodes codes,
            OwnMatters matters,
            NoticePreferences preferences,
            WorkerSession sessions,
            AuditTrail trail,
            ApplicationEventPublisher events,
            JdbcClient db) {
        this.modules = modules;
        this.identities = identities;
        this.profiles = profiles;
        this.codes = codes;
        this.matters = matters;
        this.preferences = preferences;
        this.sessions = sessions;
        this.trail = trail;
        this.events = events;
        this.db = db;
    }

    /** With numbers under their masks: somebody may look over the shoulder. */
    @Transactional(readOnly = true)
    public List<OwnData.Part> shown(Actor worker) {
        var masked = identities.masked(worker.personId());
        return parts(worker, (field, _) -> masked.get(field));
    }

    private List<OwnData.Part> parts(Actor worker, BiFunction<IdentityField, Long, @Nullable String> number) {
        var parts = new ArrayList<OwnData.Part>();
        var self = new ArrayList<OwnData.Fact>();
        self.add(ProfileFacts.name(worker.name()));
        for (var field : IdentityField.values()) {
            var value = number.apply(field, worker.personId());
            if (value != null) self.add(ProfileFacts.number(field, value));
        }
        self.addAll(ProfileFacts.of(profiles.of(worker.personId())));
        parts.add(new OwnData.Part(ProfileFacts.TITLE, self));
        for (var module : modules)
            for (var part : module.of(worker)) if (!part.facts().isEmpty()) parts.add(part);
        return parts;
    }

    /** Goes to the phone that is kept; false where none is. */
    boolean sendCode(Actor worker, Client client) {
        var phone = identities.plain(worker.personId(), IdentityField.PHONE);
        phone.ifPresent(number -> codes.send(number, PURPOSE, client));
        return phone.isPresent();
    }

    /** Whether the code is right; it is used up then. */
    boolean isProven(Actor worker, String code) {
        return identities
                .plain(worker.personId(), IdentityField.PHONE)
                .flatMap(phone -> codes.prove(phone, PURPOSE, code).filter(proof -> codes.spend(phone, PURPOSE, proof)))
                .isPresent();
    }

    /** With numbers in full, after the phone was proven. */
    @Transactional
    public List<OwnData.Part> takenAlong(Actor worker) {
        trail.add(
                worker,
                Deed.of("people.own.export", SUBJECT, null, worker.name()).about(worker.personId()));
        return parts(worker, (field, person) -> identities.plain(person, field).orElse(null));
    }

    /** Whether nothing but the name in past records stays when they close. */
    boolean forgetsAll(Actor worker) {
        return modules.stream().noneMatch(module -> module.keeps(worker)) && !holds(worker);
    }

    /** Whoever works for a union is signed in there too, by what is kept. */
    private boolean holds(Actor worker) {
        return db.sql("""
                        select exists (select from organisation.tenure where person_id = :person and (upper(during) is null or upper(during) > current_date))
                            or exists (select from access.account where person_id = :person and disabled_at is null)
                        """)
                .param("person", worker.personId())
                .query(Boolean.class)
                .single();
    }

    /**
     * Ends what the worker has on the phone. Of a member the roll keeps what it must; of others numbers and details go.
     *
     * @throws org.uniongrid.foundation.RuleBroken while something they asked is open: nobody could tell them the answer
     */
    @Transactional
    public void close(Actor worker) {
        MATTERS_ARE_CLOSED_FIRST.require(!matters.anyOpen(worker));
        var all = forgetsAll(worker);
        preferences.keep(worker, NoticePreference.USUAL);
        events.publishEvent(new AccountClosed(worker, all));
        if (all) {
            for (var field : identities.masked(worker.personId()).keySet()) identities.forget(worker.personId(), field);
            profiles.keep(worker.personId(), Profile.UNKNOWN);
        }
        trail.add(
                worker,
                Deed.of("people.own.close", SUBJECT, null, worker.name())
                        .about(worker.personId())
                        .with("forgotten", null, String.valueOf(all)));
        sessions.endAll(worker.personId());
    }

    Optional<String> maskedPhone(Actor worker) {
        return Optional.ofNullable(identities.masked(worker.personId()).get(IdentityField.PHONE));
    }
}
