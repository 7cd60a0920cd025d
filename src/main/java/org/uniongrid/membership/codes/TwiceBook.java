package org.uniongrid.membership.codes;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;

/** Codes that two gates took while they had no network. */
@Repository
class TwiceBook {

    private static final Period SHOWN = Period.ofDays(30);

    private final JdbcClient db;
    private final Clock clock;

    TwiceBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Once, however often it is handed in. */
    @Unscoped("of whoever showed a code at the gate")
    void add(byte[] nonce, String gate, Instant at, long by) {
        db.sql("""
                        insert into membership.code_twice (nonce, gate, at, by_person) values (?, ?, ?, ?)
                        on conflict do nothing
                        """).params(nonce, gate, at.atOffset(ZoneOffset.UTC), by).update();
    }

    /** @param first the gate that is recorded as having taken it */
    record Twice(UUID person, String name, String first, Instant firstAt, String other, Instant otherAt) {}

    /** Of members within reach, in the last thirty days, the latest first; at most fifty. */
    List<Twice> latest(Reach reach) {
        return db.sql("""
                        select p.public_id, p.name, u.gate as first, u.at as first_at, t.gate as other, t.at as other_at
                        from membership.code_twice t join membership.code_use u on u.nonce = t.nonce
                        join people.person p on p.id = u.person_id
                        join membership.stay s on s.person_id = p.id and s.until is null
                        where t.at > :since and organisation.sees(:reach, s.scope) order by t.id desc limit 50
                        """)
                .param("since", OffsetDateTime.now(clock).minus(SHOWN))
                .param("reach", reach.asArray())
                .query((row, number) -> new Twice(
                        row.getObject("public_id", UUID.class),
                        row.getString("name"),
                        row.getString("first"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(),
                        row.getString("other"),
                        row.getObject("other_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
