package org.uniongrid.people;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.foundation.Notices;

/**
 * Where phone, e-mail and identity number are entered and corrected by hand. The person is told, also where they could be
 * reached before: whoever takes over an address is noticed.
 */
@Service
public class CorrectionDesk {

    static final String PERMISSION = "people.identity.edit";
    static final NoticeKind CHANGED =
            NoticeKind.urgent("people.contact-changed").secretsLive(Duration.ofDays(3));

    private final JdbcClient db;
    private final Identities identities;
    private final Contacts contacts;
    private final Sights sights;
    private final AuditTrail trail;
    private final Notices notices;

    CorrectionDesk(
            JdbcClient db, Identities identities, Contacts contacts, Sights sights, AuditTrail trail, Notices notices) {
        this.db = db;
        this.identities = identities;
        this.contacts = contacts;
        this.sights = sights;
        this.trail = trail;
        this.notices = notices;
    }

    private record Somebody(long id, UUID publicId, String name) {}

    /** Somebody within reach, not oneself. */
    public Kept find(UUID person, Actor actor) {
        var found = db.sql("select id, public_id, name from people.person where public_id = ?")
                .param(person)
                .query(Somebody.class)
                .optional()
                .filter(one -> sights.sees(actor.reach(PERMISSION), one.id()))
                .orElseThrow(() -> new NoSuchElementException("person"));
        PeopleRule.NOBODY_CORRECTS_THEMSELVES.require(!actor.isAbout(found.id()));
        return kept(found);
    }

    /** Oneself. */
    public Kept own(Actor actor) {
        return kept(db.sql("select id, public_id, name from people.person where id = ?")
                .param(actor.personId())
                .query(Somebody.class)
                .single());
    }

    private Kept kept(Somebody one) {
        return new Kept(one.id(), one.publicId(), one.name(), identities.masked(one.id()));
    }

    /** Of somebody else. */
    @Transactional
    public void correct(Actor actor, Kept who, Corrections wanted) {
        var key = CHANGED.key() + ":" + UUID.randomUUID();
        correct(actor, who, wanted, Notice.of(key, CHANGED.key(), who.personId()));
    }

    /** Tells by this notice; nothing where nothing changes. */
    @Transactional
    public void correct(Actor actor, Kept who, Corrections wanted, Notice notice) {
        lock(who);
        var before = identities.masked(who.personId());
        var changed = Stream.of(IdentityField.values())
                .filter(field -> changes(who, wanted, field, before.get(field)))
                .toList();
        if (changed.isEmpty()) return;
        var told = there(notice, who.personId(), changed);
        identities.keepAll(changed.stream()
                .filter(wanted.values()::containsKey)
                .map(field -> new Identities.Entry(
                        who.personId(), field, wanted.values().getOrDefault(field, "")))
                .toList());
        wanted.removed().forEach(field -> identities.forget(who.personId(), field));
        var after = identities.masked(who.personId());
        // one deed each: the field is named also where old and new look alike under their masks
        for (var field : changed)
            trail.add(
                    actor,
                    Deed.of("people.identity.correct", "people.identity." + field.key(), who.publicId(), who.name())
                            .about(who.personId())
                            .with(field.key(), before.get(field), after.get(field)));
        notices.tell(told);
    }

    /** Two at once wait for one another, so that each tells what it found. */
    private void lock(Kept who) {
        db.sql("select id from people.person where id = ? for no key update")
                .param(who.personId())
                .query(Long.class)
                .single();
    }

    private boolean changes(Kept who, Corrections wanted, IdentityField field, @Nullable String before) {
        if (wanted.removed().contains(field)) return before != null;
        var typed = wanted.values().get(field);
        return typed != null && !identities.holders(field, typed).contains(who.personId());
    }

    private Notice there(Notice notice, long person, List<IdentityField> changed) {
        var told = notice;
        for (var field : changed) {
            var old = former(person, field);
            if (old.isPresent()) told = told.to(field == IdentityField.PHONE ? Notice.SMS : Notice.EMAIL, old.get());
        }
        return told;
    }

    private Optional<String> former(long person, IdentityField field) {
        return switch (field) {
            case PHONE -> contacts.phone(person);
            case EMAIL -> contacts.email(person);
            case ID_NUMBER, DOCUMENT, BANK_ACCOUNT -> Optional.empty();
        };
    }
}
