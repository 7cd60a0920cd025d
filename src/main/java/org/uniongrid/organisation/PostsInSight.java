package org.uniongrid.organisation;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.people.Sight;

/** A person is in sight who holds a post today in a unit within reach. */
@Component
class PostsInSight implements Sight {

    private final JdbcClient db;
    private final Clock clock;

    PostsInSight(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public boolean sees(Reach reach, long personId) {
        return db.sql("""
                        select exists (
                            select from organisation.tenure t
                            join organisation.post p on p.id = t.post_id
                            join organisation.unit u on u.id = p.unit_id
                            where t.person_id = :person and t.during @> :today
                              and organisation.sees(:reach, u.scope))
                        """)
                .param("person", personId)
                .param("today", LocalDate.now(clock))
                .param("reach", reach.asArray())
                .query(Boolean.class)
                .single();
    }
}
