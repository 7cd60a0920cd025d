package org.uniongrid.organisation.chains;

import java.time.Clock;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;

/**
 * Finds industry chains. One is seen by whoever reaches the union that keeps it, and by whoever reaches an employer that
 * stands in it; only the former change it.
 */
@Component
class Chains {

    private static final String CHAIN = """
            select c.id, c.public_id, c.name, c.kind, c.about, c.ended_on, k.public_id as keeper_id, k.name as keeper,
                   organisation.sees(:reach, k.scope) as kept
            from organisation.chain c join organisation.unit k on k.id = c.unit_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    Chains(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * The chain with this public id.
     *
     * @throws NoSuchElementException where neither its keeper nor a member is within reach
     */
    Chain find(UUID id, Reach reach) {
        return db.sql(CHAIN + """
                        where c.public_id = :id and (organisation.sees(:reach, k.scope) or exists (
                            select from organisation.chain_member m join organisation.employer e on e.id = m.employer_id
                            where m.chain_id = c.id and m.during && daterange(:today, null) and organisation.sees(:reach, e.scope)))
                        """)
                .param("id", id)
                .param("reach", reach.asArray())
                .param("today", LocalDate.now(clock))
                .query(Chain.class)
                .optional()
                .orElseThrow(() -> missing(id));
    }

    /** One that the reader may change: its keeper is within reach. */
    Chain kept(UUID id, Reach reach) {
        return db.sql(CHAIN + "where c.public_id = :id and organisation.sees(:reach, k.scope)")
                .param("id", id)
                .param("reach", reach.asArray())
                .query(Chain.class)
                .optional()
                .orElseThrow(() -> missing(id));
    }

    private static NoSuchElementException missing(UUID id) {
        return new NoSuchElementException("No chain " + id);
    }
}
