package org.uniongrid.casework.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Reach;
import org.uniongrid.matter.MatterState;

/** The orders of other systems, by the number they have there. */
@Repository
class OrderBook {

    private static final String ORDER = """
            select f.external_nr, u.name, f.year, f.nr, f.state, f.filed_at, f.reported_at, m.public_id, reply.words, reply.at, said.stars
            from casework.case_file f join matter.matter m on m.id = f.matter_id join organisation.unit u on u.id = f.unit_id
            left join lateral (
                select e.words, e.at from matter.entry e where e.matter_id = f.matter_id and e.action in ('REPLY', 'REFUSE')
                order by e.id desc limit 1) reply on true
            left join lateral (
                select v.stars from casework.visit v where v.case_id = f.id and v.stars is not null order by v.id desc limit 1) said on true
            where f.channel = 'TRANSFER' and f.external_nr = :number and organisation.sees(:reach, organisation.rest_scope(u.id))
            """;

    private final JdbcClient db;
    private final Clock clock;

    OrderBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @throws NoSuchElementException where there is none within reach */
    OrderState find(String number, Reach reach) {
        return known(number, reach).orElseThrow(() -> new NoSuchElementException("No order " + number));
    }

    Optional<OrderState> known(String number, Reach reach) {
        return db.sql(ORDER)
                .param("number", number)
                .param("reach", reach.asArray())
                .query((row, _) -> order(row))
                .optional();
    }

    /** Whoever sends the same number at the same time waits. */
    void lock(String number) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('order ' || ?, 2))")
                .param(number)
                .query()
                .singleRow();
    }

    /** Once; said again, the first time stays. */
    UUID report(String number, Reach reach) {
        find(number, reach);
        return db.sql("""
                        update casework.case_file f set reported_at = coalesce(f.reported_at, :now)
                        from matter.matter m, organisation.unit u
                        where m.id = f.matter_id and u.id = f.unit_id and f.channel = 'TRANSFER' and f.external_nr = :number
                          and organisation.sees(:reach, organisation.rest_scope(u.id))
                        returning m.public_id
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("number", number)
                .param("reach", reach.asArray())
                .query(UUID.class)
                .single();
    }

    private static OrderState order(ResultSet row) throws SQLException {
        return new OrderState(
                row.getString("external_nr"),
                row.getString("name"),
                row.getInt("year") + "-" + row.getInt("nr"),
                MatterState.valueOf(row.getString("state")),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                row.getString("words"),
                instant(row, "at"),
                row.getObject("stars", Integer.class),
                instant(row, "reported_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
