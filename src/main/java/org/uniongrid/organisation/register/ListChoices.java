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

    private final JdbcClient db;
    private final Clock clock;

    ListChoices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Option> lines(Reach reach) {
        return db.sql("""
                        select l.public_id::text as value, l.name as label from organisation.line l
                        where l.kind <> 'AFFILIATION' and exists (
                            select from organisation.place p join organisation.unit u on u.id = p.unit_id
                            where p.line_id = l.id and p.path is not null and organisation.sees(:reach, u.scope))
                        order by l.name, l.id limit :limit
                        """)
                .param("reach", reach.asArray())
                .param("limit", MOST)
                .query(Option.class)
                .list();
    }

    List<Option> chains(Reach reach) {
        return db.sql("""
                        select c.public_id::text as value, c.name as label from organisation.chain c
                        join organisation.unit u on u.id = c.unit_id
                        where (c.ended_on is null or c.ended_on > :today) and (organisation.sees(:reach, u.scope) or c.id in (
                            select m.chain_id from unnest(:reach) as r(path)
                            join organisation.employer e on e.scope >= ltrim(r.path, '=') collate "C"
                                and e.scope < (case when starts_with(r.path, '=') then substr(r.path, 2) else left(r.path, -1) end || '0') collate "C"
                            join organisation.chain_member m on m.employer_id = e.id and m.during @> :today))
                        order by c.name, c.id limit :limit
                        """)
                .param("reach", reach.asArray())
                .param("today", LocalDate.now(clock))
                .param("limit", MOST)
                .query(Option.class)
                .list();
    }
}
