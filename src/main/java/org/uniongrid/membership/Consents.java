package org.uniongrid.membership;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;

/** What somebody has agreed to; each for itself, and until they say otherwise (Personal Information Protection Law, articles 14, 15 and 29). */
@Repository
@Unscoped("of the person who acts")
public class Consents {

    /** Version of the words that are agreed to; a new wording asks anew. */
    public static final int WORDING = 1;

    private final JdbcClient db;
    private final AuditTrail trail;
    private final Clock clock;

    Consents(JdbcClient db, AuditTrail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** For what. */
    public enum Purpose {
        /** To be a member at all. */
        MEMBERSHIP,
        /** To have the identity number checked: sensitive, therefore apart. */
        IDENTITY,
        /** SMS about activities. */
        NEWS;

        public String key() {
            return "consent." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** One that is in force. */
    public record Given(Purpose purpose, int wording, Instant at) {}

    public List<Given> of(long personId) {
        return db.sql("""
                        select purpose, wording, given_at from membership.consent
                        where person_id = ? and withdrawn_at is null order by id
                        """)
                .param(personId)
                .query((ResultSet row, int number) -> new Given(
                        Purpose.valueOf(row.getString("purpose")),
                        row.getInt("wording"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Transactional
    public void give(Actor who, Set<Purpose> purposes) {
        for (var purpose : purposes) {
            var added = db.sql("""
                            insert into membership.consent (person_id, purpose, wording, given_at) values (?, ?, ?, ?)
                            on conflict (person_id, purpose) where withdrawn_at is null do nothing
                            """)
                    .params(who.personId(), purpose.name(), WORDING, OffsetDateTime.now(clock))
                    .update();
            if (added > 0) trail.add(who, deed("membership.consent.give", who, purpose));
        }
    }

    @Transactional
    public void withdraw(Actor who, Purpose purpose) {
        var ended = db.sql(
                        "update membership.consent set withdrawn_at = ? where person_id = ? and purpose = ? and withdrawn_at is null")
                .params(OffsetDateTime.now(clock), who.personId(), purpose.name())
                .update();
        if (ended > 0) trail.add(who, deed("membership.consent.withdraw", who, purpose));
    }

    private static Deed deed(String action, Actor who, Purpose purpose) {
        return Deed.of(action, "membership.consent", null, purpose.name().toLowerCase(Locale.ROOT))
                .about(who.personId());
    }
}
