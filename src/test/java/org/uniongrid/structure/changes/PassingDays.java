package org.uniongrid.structure.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.organisation.TreeWriter;

/**
 * Lets days pass in a transaction, without touching the clock: all dates of some units go back, what is derived is left as
 * it was the evening before, and then the morning's work is done.
 */
final class PassingDays {

    private static final int FAR = 10_000;

    private final JdbcClient db;
    private final TreeWriter writer;
    private final ChangeUpkeep upkeep;

    PassingDays(ApplicationContext house) {
        db = house.getBean(JdbcClient.class);
        writer = house.getBean(TreeWriter.class);
        upkeep = house.getBean(ChangeUpkeep.class);
    }

    /** @param passed days that passed in this history altogether */
    void pass(int days, int passed, Map<UUID, Long> ids, TreeModel tomorrow) {
        var units = ids.values().toArray(Long[]::new);
        remember(units);
        for (var table : List.of("unit_name", "unit_state", "cover", "place")) shift(table, units, FAR);
        for (var table : List.of("unit_name", "unit_state", "cover")) shift(table, units, -FAR - days);
        shift("place", new Long[] {ids.get(tomorrow.root)}, -FAR - days);
        for (var unit : tomorrow.downwards()) shift("place", new Long[] {ids.get(unit)}, -FAR - days);
        var gone = ids.entrySet().stream()
                .filter(unit -> !tomorrow.stands(unit.getKey(), 0))
                .map(Map.Entry::getValue)
                .toArray(Long[]::new);
        shift("place", gone, -FAR - days);
        asInTheEvening();
        upkeep.letTakeEffect(
                db.sql("select current_date").query(LocalDate.class).single().plusDays(passed));
        writer.prove();
    }

    /** Row by row, the one that goes ahead first, so that none runs into the next of its unit. */
    private void shift(String table, Long[] units, int days) {
        var rows = db.sql("select id from organisation." + table
                        + " where unit_id = any (:units) order by lower(during) " + (days > 0 ? "desc" : "asc"))
                .param("units", units)
                .query(Long.class)
                .list();
        for (var row : rows)
            db.sql("update organisation." + table
                            + " set during = daterange(lower(during) + :days, upper(during) + :days) where id = :id")
                    .param("days", days)
                    .param("id", row)
                    .update();
    }

    private void remember(Long[] units) {
        db.sql("drop table if exists pg_temp.evening_place, pg_temp.evening_unit, pg_temp.evening_employer")
                .update();
        db.sql(
                        "create temp table evening_place as select id, path from organisation.place where unit_id = any (:units)")
                .param("units", units)
                .update();
        db.sql(
                        "create temp table evening_unit as select id, scope, name, search, state from organisation.unit where id = any (:units)")
                .param("units", units)
                .update();
        db.sql("""
                        create temp table evening_employer as select e.id, e.union_id, e.scope from organisation.employer e
                        where e.id in (select employer_id from organisation.cover where unit_id = any (:units))
                        """).param("units", units).update();
    }

    private void asInTheEvening() {
        db.sql("update organisation.place p set path = e.path from pg_temp.evening_place e where e.id = p.id")
                .update();
        db.sql("""
                        update organisation.unit u set scope = e.scope, name = e.name, search = e.search, state = e.state
                        from pg_temp.evening_unit e where e.id = u.id
                        """).update();
        db.sql("""
                        update organisation.employer k set union_id = e.union_id, scope = e.scope
                        from pg_temp.evening_employer e where e.id = k.id
                        """).update();
    }
}
