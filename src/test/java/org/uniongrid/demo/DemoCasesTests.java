package org.uniongrid.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** The cases of the demonstration stand at the federation of its zone, each at another point of its way. */
@ModuleTest
class DemoCasesTests {

    private final DemoCases cases;
    private final Union union;
    private final JdbcClient db;

    DemoCasesTests(DemoCases cases, Union union, JdbcClient db) {
        this.cases = cases;
        this.union = union;
        this.db = db;
    }

    @Test
    void someAreNewAndSomeAreClosed() {
        var zone = union.district(union.city(), "演");
        var cadre = union.cadre(zone);
        cases.load(new Cadre("x", cadre.name(), zone.name(), "zone-cadre", "干事"), "federation-cadre");
        var states = db.sql(
                        "select state, count(*) from casework.case_file f where unit_id = ? group by state order by state")
                .param(zone.id())
                .query((row, _) -> row.getString(1) + " " + row.getInt(2))
                .list();
        assertThat(states).containsExactly("ANSWERED 2", "OPEN 10");
        assertThat(db.sql("select sum(paid) from casework.case_file where unit_id = ?")
                        .param(zone.id())
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void somebodyOfTheZoneSignsIn() {
        assertThat(DemoCity.on(LocalDate.of(2026, 12, 1)).cadres())
                .anyMatch(cadre -> cadre.unitName().startsWith(Geography.ZONE_NAME));
    }
}
