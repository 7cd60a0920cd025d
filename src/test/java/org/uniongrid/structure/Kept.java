package org.uniongrid.structure;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that the register keeps of units over time, and what is derived from it, row by row. */
public final class Kept {

    private Kept() {}

    public static List<String> of(JdbcClient db, Collection<Long> units) {
        return db.sql("""
                        select concat_ws(' ', 'place', id, line_id, parent_id, during, path) from organisation.place where unit_id = any (:units)
                        union all select concat_ws(' ', 'name', id, name, during) from organisation.unit_name where unit_id = any (:units)
                        union all select concat_ws(' ', 'state', id, state, during) from organisation.unit_state where unit_id = any (:units)
                        union all select concat_ws(' ', 'unit', id, name, search, scope, state, rest_id) from organisation.unit where id = any (:units)
                        union all select concat_ws(' ', 'cover', c.id, c.public_id, c.employer_id, c.unit_id, c.mode, c.during, e.union_id, e.scope)
                            from organisation.cover c join organisation.employer e on e.id = c.employer_id where c.unit_id = any (:units)
                        union all select concat_ws(' ', 'post', id, title, closed_on) from organisation.post where unit_id = any (:units)
                        union all select concat_ws(' ', 'tenure', t.id, t.public_id, t.person_id, t.during, t.ended_for, t.scope)
                            from organisation.tenure t join organisation.post o on o.id = t.post_id where o.unit_id = any (:units)
                        order by 1
                        """)
                .param("units", units.toArray(Long[]::new))
                .query(String.class)
                .list();
    }
}
