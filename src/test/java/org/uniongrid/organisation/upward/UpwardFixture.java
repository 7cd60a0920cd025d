package org.uniongrid.organisation.upward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Category;

/** A district that reports its unions to the system above. */
abstract class UpwardFixture {

    static final String BATCHES = "/organisation/upward/batches";
    static final String TODAY = LocalDate.now(ZoneId.systemDefault()).toString();

    final Union union;
    final MockMvcTester mvc;
    final JdbcClient db;
    final Standings standings;
    final Union.Unit city;
    final Union.Unit east;
    final Union.Unit firm;
    final Union.Unit joint;
    final Actor cadre;

    UpwardFixture(Union union, MockMvcTester mvc, JdbcClient db, Standings standings) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        this.standings = standings;
        city = union.city();
        east = union.district(city, "东");
        firm = union.enterprise(east, "顺达");
        joint = union.under(east, Category.JOINT, "联合");
        cadre = union.cadre(east);
    }

    void set(Union.Unit unit, String columns) {
        db.sql("update organisation.unit set " + columns + " where id = ?")
                .param(unit.id())
                .update();
    }

    String state(Union.Unit unit) {
        return db.sql("select state from organisation.report_standing where unit_id = ?")
                .param(unit.id())
                .query(String.class)
                .optional()
                .orElse("NONE");
    }

    void compare() {
        assertThat(post(cadre, "/organisation/upward/compare", "under=" + east.publicId()))
                .hasStatus3xxRedirection();
    }

    UUID make(Actor actor, Union.Unit unit, String which) {
        var answer = post(actor, BATCHES, "under=" + unit.publicId(), "which=" + which);
        assertThat(answer).hasStatus3xxRedirection();
        var there = String.valueOf(answer.getResponse().getRedirectedUrl());
        return UUID.fromString(there.substring(there.lastIndexOf('/') + 1));
    }

    UUID download(UUID id) {
        assertThat(post(cadre, BATCHES + "/" + id + "/file")).hasStatusOk();
        return id;
    }

    void report(UUID id) {
        assertThat(post(cadre, BATCHES + "/" + id + "/report", "day=" + TODAY, "receipt=HZ1"))
                .hasStatus3xxRedirection();
    }

    MvcTestResult list(Actor actor, String standing) {
        return get(actor, "/organisation/upward?standing=" + standing);
    }

    MvcTestResult get(Actor actor, String path) {
        return mvc.get().uri(path).requestAttr(Actor.class.getName(), actor).exchange();
    }

    MvcTestResult post(Actor actor, String path, String... fields) {
        var request = mvc.post().uri(path).requestAttr(Actor.class.getName(), actor);
        for (var field : fields) {
            var parts = field.split("=", 2);
            request = request.param(parts[0], parts[1]);
        }
        return request.exchange();
    }
}
