package org.uniongrid.organisation.employers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** A district whose cadre keeps employers by their pages. */
abstract class EmployerFixture {

    final Union union;
    final MockMvcTester mvc;
    final JdbcClient db;
    final LocalDate today;
    final Union.Unit city;
    final Union.Unit east;
    final Actor cadre;

    EmployerFixture(Union union, MockMvcTester mvc, JdbcClient db, Clock clock) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        this.today = LocalDate.now(clock);
        city = union.city();
        east = union.district(city, "手工");
        cadre = union.cadre(east);
    }

    Map<String, String> form(String name) {
        var form = new HashMap<String, String>();
        form.put("id", UUID.randomUUID().toString());
        form.put("under", east.publicId().toString());
        form.put("name", name);
        form.put("seat", east.division());
        return form;
    }

    String added(Map<String, String> form) {
        assertThat(post("", form)).hasStatus3xxRedirection();
        return form.getOrDefault("id", "");
    }

    MvcTestResult post(String path, Map<String, String> form) {
        return post(cadre, path, form);
    }

    MvcTestResult post(Actor actor, String path, Map<String, String> form) {
        var request = mvc.post().uri("/organisation/employers" + path).requestAttr(Actor.class.getName(), actor);
        form.forEach(request::param);
        return request.exchange();
    }

    MvcTestResult get(Actor actor, String path) {
        return mvc.get()
                .uri("/organisation/employers" + path)
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }

    String scopeOf(String id) {
        return text("scope", id);
    }

    String text(String column, String id) {
        return db.sql("select " + column + "::text from organisation.employer where public_id = ?")
                .param(UUID.fromString(id))
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single();
    }

    int count(String sql, String id) {
        return db.sql(sql).param(UUID.fromString(id)).query(Integer.class).single();
    }

    List<String> deeds(String id) {
        return db.sql("select action from access.audit_entry where subject_id = ? order by id")
                .param(UUID.fromString(id))
                .query(String.class)
                .list();
    }
}
