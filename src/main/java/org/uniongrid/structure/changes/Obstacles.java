package org.uniongrid.structure.changes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** What may stand in the way of a change, asked for units that a plan has found within reach. */
@Component
@Unscoped("asked for units that were found within reach")
class Obstacles {

    private final JdbcClient db;

    Obstacles(JdbcClient db) {
        this.db = db;
    }

    /** Those that have a place on that day. */
    Set<Long> standing(Collection<Long> units, LocalDate day) {
        return ids("""
                select unit_id from organisation.place where unit_id = any (:units) and line_id = 1 and during @> :day
                """, units, day);
    }

    /** Those that have a place from that day on without an end. */
    Set<Long> staying(Collection<Long> units, LocalDate day) {
        return ids("""
                select unit_id from organisation.place where unit_id = any (:units) and line_id = 1
                group by unit_id having range_agg(during) @> daterange(:day, null)
                """, units, day);
    }

    private Set<Long> ids(String sql, Collection<Long> units, LocalDate day) {
        return new HashSet<>(db.sql(sql)
                .param("units", units.toArray(Long[]::new))
                .param("day", day)
                .query(Long.class)
                .list());
    }

    /** Units for which something is to begin after that day, and when first; of those that end, also below them. */
    Map<Long, LocalDate> planned(Collection<Long> units, Collection<Long> ended, LocalDate day) {
        var found = new LinkedHashMap<Long, LocalDate>();
        db.sql("""
                        select unit_id, min(day) as day from (
                            select unit_id, lower(during) as day from organisation.unit_name where unit_id = any (:units)
                            union all select unit_id, lower(during) from organisation.place where unit_id = any (:units)
                            union all select unit_id, lower(during) from organisation.unit_state where unit_id = any (:units)
                            union all select parent_id, lower(during) from organisation.place where parent_id = any (:ended)
                            union all select unit_id, lower(during) from organisation.cover where unit_id = any (:ended)) later
                        where day > :day group by unit_id order by unit_id
                        """)
                .param("units", units.toArray(Long[]::new))
                .param("ended", ended.toArray(Long[]::new))
                .param("day", day)
                .query(row -> {
                    found.put(row.getLong(1), row.getObject(2, LocalDate.class));
                });
        return found;
    }

    /** When after that day the first of these employers goes from this union to another, as was decided before. */
    Optional<LocalDate> handOver(long unit, Collection<Long> employers, LocalDate day) {
        return db.sql("""
                        select upper(c.during) from organisation.cover c
                        where c.unit_id = :unit and c.employer_id = any (:employers) and upper(c.during) > :day and exists (
                            select from organisation.cover next
                            where next.employer_id = c.employer_id and next.unit_id <> c.unit_id
                              and lower(next.during) = upper(c.during))
                        order by 1 limit 1
                        """)
                .param("unit", unit)
                .param("employers", employers.toArray(Long[]::new))
                .param("day", day)
                .query(LocalDate.class)
                .optional();
    }

    /** The unit and all that stand above it on that day or any later one. */
    Set<Long> upFrom(long unit, LocalDate day) {
        return new HashSet<>(db.sql("""
                        with recursive above (unit_id, during) as (
                            select :unit::bigint, daterange(:day, null)
                            union
                            select p.parent_id, p.during * a.during from above a
                            join organisation.place p on p.unit_id = a.unit_id and p.line_id = 1 and p.during && a.during
                            where p.parent_id is not null)
                        select distinct unit_id from above
                        """)
                .param("unit", unit)
                .param("day", day)
                .query(Long.class)
                .list());
    }

    boolean isTaken(String code) {
        return db.sql("select exists (select from organisation.unit where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    boolean isDivision(String code) {
        return db.sql("select exists (select from organisation.division where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    String nameOn(long unit, LocalDate day) {
        return db.sql("select name from organisation.unit_name where unit_id = ? and during @> ?")
                .params(unit, day)
                .query(String.class)
                .optional()
                .orElse("");
    }

    String stateOn(long unit, LocalDate day) {
        return db.sql("select organisation.state_on(?, ?)")
                .params(unit, day)
                .query(String.class)
                .single();
    }

    /** Names of the chains that a unit keeps on that day or later. */
    List<String> chains(long unit, LocalDate day) {
        return db.sql("""
                        select name from organisation.chain
                        where unit_id = ? and (ended_on is null or ended_on > ?) order by id limit 5
                        """).params(unit, day).query(String.class).list();
    }

    /** Whether others stand under it in another line than that of affiliation. */
    boolean leadsOtherLine(long unit, LocalDate day) {
        return db.sql("""
                        select exists (select from organisation.place
                            where parent_id = :unit and line_id <> 1 and during && daterange(:day, null))
                        """)
                .param("unit", unit)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Names of what stands under a parent on that day or any later one, without those of some units. */
    List<String> namesUnder(long parent, Collection<Long> without, LocalDate day) {
        return db.sql("""
                        select distinct n.name from organisation.place p
                        join organisation.unit_name n on n.unit_id = p.unit_id
                        where p.parent_id = :parent and p.line_id = 1 and p.unit_id <> all (:without)
                          and not isempty(p.during * n.during * daterange(:day, null))
                        """)
                .param("parent", parent)
                .param("without", without.toArray(Long[]::new))
                .param("day", day)
                .query(String.class)
                .list();
    }
}
