package org.uniongrid.structure.changes;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.organisation.DatedFacts;

/** What came to stand on a change after it was decided. */
@Component
class Hanging {

    private final JdbcClient db;

    Hanging(JdbcClient db) {
        this.db = db;
    }

    /** Two units of one name under one parent. */
    record Twice(String name, String parent) {}

    /** Names of what newly hangs on units that the change founded: unions below, employers, posts, committees, chains. */
    List<String> on(Decided change, List<DatedFacts.Written> trace) {
        return db.sql("""
                        with founded as (
                            select u.id from structure.change_unit f join organisation.unit u on u.id = f.unit_id
                            where f.change_id = :change and u.id = any (:founded)),
                        hanging as (
                            select u.name from founded f join organisation.place p on p.parent_id = f.id and p.id <> all (:places)
                            join organisation.unit u on u.id = p.unit_id
                            union select e.name from founded f join organisation.cover c on c.unit_id = f.id and c.id <> all (:covers)
                            join organisation.employer e on e.id = c.employer_id
                            union select u.name || ' · ' || o.title from founded f join organisation.post o on o.unit_id = f.id
                            join organisation.unit u on u.id = f.id
                            union select u.name || ' · ' || m.kind from founded f join organisation.committee m on m.unit_id = f.id
                            join organisation.unit u on u.id = f.id
                            union select n.name from founded f join organisation.chain n on n.unit_id = f.id)
                        select name from hanging order by name limit 8
                        """)
                .param("change", change.id())
                .param("founded", ids(trace, "UNIT"))
                .param("places", ids(trace, "PLACE"))
                .param("covers", ids(trace, "COVER"))
                .query(String.class)
                .list();
    }

    private static Long[] ids(List<DatedFacts.Written> trace, String table) {
        return trace.stream()
                .filter(one -> one.before() == null && one.table().equals(table))
                .map(DatedFacts.Written::id)
                .toArray(Long[]::new);
    }

    /** A name that two units under one parent would have on some day from now on, one of them of this change. */
    Optional<Twice> twice(Decided change) {
        return db.sql("""
                        select n.name, a.name as parent
                        from structure.change_unit f
                        join organisation.place p on p.unit_id = f.unit_id and p.line_id = 1 and upper_inf(p.during)
                        join organisation.unit_name n on n.unit_id = f.unit_id and n.during && p.during
                        join organisation.unit a on a.id = p.parent_id
                        join organisation.place q on q.parent_id = p.parent_id and q.line_id = 1 and q.unit_id <> p.unit_id
                        join organisation.unit_name m on m.unit_id = q.unit_id and m.name = n.name
                            and not isempty(m.during * n.during * p.during * q.during * daterange(current_date, null))
                        where f.change_id = :change limit 1
                        """).param("change", change.id()).query(Twice.class).optional();
    }
}
