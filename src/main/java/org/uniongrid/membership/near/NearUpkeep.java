package org.uniongrid.membership.near;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** Compares whoever has changed with everybody else, some at a time. */
@Component
class NearUpkeep {

    private static final int BATCH = 500;

    /** So many batches in a row, then others have their turn. */
    private static final int IN_A_ROW = 40;

    private final JdbcClient db;

    NearUpkeep(JdbcClient db) {
        this.db = db;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 10_000)
    @Unscoped("gives out nothing of what it reads")
    void compare() {
        for (int i = 0; i < IN_A_ROW && compareSome() > 0; i++) {
            // another batch
        }
    }

    /** How many were compared. Any number of processes may do it at once. */
    @Unscoped("gives out nothing of what it reads")
    int compareSome() {
        return db.sql("""
                        with picked as (select person_id from membership.near_todo order by person_id limit :batch for update skip locked),
                        taken as (delete from membership.near_todo t using picked p where t.person_id = p.person_id returning t.person_id),
                        ids as materialized (select array_agg(person_id) as ids, count(*) as size from taken)
                        select size::int from ids, lateral (select membership.pair_up(ids) where size > 0) done
                        """).param("batch", BATCH).query(Integer.class).optional().orElse(0);
    }
}
