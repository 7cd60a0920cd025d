package org.uniongrid.organisation.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.web.Option;

/** Lines and chains that a list can be narrowed to: whatever stands in them within reach, or that units within reach keep. */
@Component
class ListChoices {

    private static final int MOST = 200;
    /** Whoever sees no more units than this is asked by their units, others by the lines: one of a line is soon found. */
    private static final int FEW = 2_000;

    private final JdbcClient db;
    private final Clock clock;

    ListChoices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Lines in which a unit within reach stands. */
    List<Option> lines(Reach reach) {
        return db.sql("""
                        with near as materialized (select unit_id from organisation.within(:reach) limit :few + 1)
                        select l.public_id::text as value, l.name as label from organisation.line l
                        where l.kind <> 'AFFILIATION' and case when (select count(*) from near) > :few
                            then (select true from organisation.place p join organisation.unit u on u.id = p.unit_id
                                  where p.line_id = l.id and p.line_id <> 1 and p.path is not null
                                    and organisation.sees(:reach, u.scope) limit 1)
                            else l.id in (select p.line_id from near join organisation.place p on p.unit_id = near.unit_id
                                          where p.line_id <> 1 and p.path is not null) end
                        order by l.name, l.id limit :limit
                        """)
                .param("reach", reach.asArray())
                .param("few", FEW)
                .param("limit", MOST)
                .query(Option.class)
                .list();
    }

    List<Option> chains(Reach reach) {
        return db.sql("""
                        select c.public_id::text as value, c.name as label from organisation.chain c
                        join organisation.unit u on u.id = c.unit_id
                        where (c.ended_on is null or c.ended_on > :today) and (organisation.sees(:reach, u.scope)
                               or c.id in (select chain_id from organisation.chains_within(:reach, :today)))
                        order by c.name, c.id limit :limit
                        """)
                .param("reach", reach.asArray())
                .param("today", LocalDate.now(clock))
                .param("limit", MOST)
                .query(Option.class)
                .list();
    }
}
