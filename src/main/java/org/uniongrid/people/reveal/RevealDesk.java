package org.uniongrid.people.reveal;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Masks;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Sights;

/** Gives out one field of one person in full, and leaves word of it on the audit trail. */
@Service
class RevealDesk {

    static final String PERMISSION = "people.identity.reveal";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{7,}[xX]?");

    private final JdbcClient db;
    private final Identities identities;
    private final Sights sights;
    private final Quota quota;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    RevealDesk(
            JdbcClient db,
            Identities identities,
            Sights sights,
            Quota quota,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.db = db;
        this.identities = identities;
        this.sights = sights;
        this.quota = quota;
        this.trail = trail;
        this.transaction = transaction;
    }

    private record Somebody(long id, UUID publicId, String name) {}

    /** The field as everybody sees it; out of reach it does not exist. */
    Subject find(UUID person, String field, Actor actor) {
        var known = IdentityField.ofKey(field).orElseThrow(() -> new NoSuchElementException("field"));
        var somebody = db.sql("select id, public_id, name from people.person where public_id = ?")
                .param(person)
                .query(Somebody.class)
                .optional()
                .filter(found -> sights.sees(actor.reach(PERMISSION), found.id()))
                .orElseThrow(() -> new NoSuchElementException("person"));
        var masked = Optional.ofNullable(identities.masked(somebody.id()).get(known))
                .orElseThrow(() -> new NoSuchElementException("value"));
        return new Subject(somebody.id(), somebody.publicId(), somebody.name(), known, masked);
    }

    /** The full value. Count, look and audit entry stand or fall together. */
    String reveal(Subject subject, Purpose purpose, String words, Actor actor) {
        // the trail is read by others and kept for years: a number typed into the words does not belong there
        var why =
                purpose.key() + ": " + NUMBER.matcher(words.strip()).replaceAll(number -> Masks.number(number.group()));
        var shown = transaction.<String>execute(_ -> {
            var used = quota.take(actor.personId());
            if (used.isEmpty()) return "";
            trail.add(actor, deed("people.identity.reveal", subject).because(why));
            if (quota.isMany(used.get()))
                trail.add(
                        actor,
                        deed("people.identity.many-reveals", subject).because(used.get() + "/" + quota.perDay()));
            return identities.plain(subject.personId(), subject.field()).orElseThrow();
        });
        if (shown != null && !shown.isEmpty()) return shown;
        trail.refused(actor, deed("people.identity.reveal", subject).because(why));
        throw new RuleBroken(RevealRule.REVEALS_A_DAY);
    }

    private static Deed deed(String action, Subject subject) {
        return Deed.of(action, "people.identity." + subject.field().key(), subject.publicId(), subject.name())
                .about(subject.personId());
    }
}
