package org.uniongrid.membership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.people.Sight;

/** A person is in sight who is a member of a union within reach, or asks to join one. */
@Component
class MembersInSight implements Sight {

    private final JdbcClient db;

    MembersInSight(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean sees(Reach reach, long personId) {
        return db.sql("""
                        select exists (select from membership.stay s
                                where s.person_id = :person and s.until is null and organisation.sees(:reach, s.scope))
                            or exists (select from membership.application a
                                where a.person_id = :person and a.ended_at is null and organisation.sees(:reach, a.scope))
                        """)
                .param("person", personId)
                .param("reach", reach.asArray())
                .query(Boolean.class)
                .single();
    }
}
