package org.uniongrid.organisation.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** A firm with a union, and the page of its facts as it is typed and saved. */
abstract class FactsFixture {

    static final Pattern SEEN = Pattern.compile("name=\"saw-([^\"]+)\" value=\"([^\"]*)\"");

    final Union union;
    final MockMvcTester mvc;
    final JdbcClient db;
    final Union.Unit east;
    final Union.Unit firm;
    final Actor cadre;

    FactsFixture(Union union, MockMvcTester mvc, JdbcClient db) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        east = union.district(union.city(), "东");
        firm = union.enterprise(east, "登记");
        cadre = union.cadre(east);
    }

    Map<String, String> typed(Union.Unit unit) {
        var typed = new HashMap<String, String>();
        SEEN.matcher(body(get(union.cadre(unit), "/organisation/units/" + unit.publicId() + "/facts")))
                .results()
                .forEach(found -> {
                    var value = found.group(2).replace("&#39;", "'").replace("&#34;", "\"");
                    typed.put("saw-" + found.group(1), value);
                    typed.put(found.group(1), found.group(1).equals("unit-account") ? "" : value);
                });
        assertThat(typed).hasSizeGreaterThan(50);
        return typed;
    }

    static Map<String, String> with(Map<String, String> typed, String field, String value) {
        typed.put(field, value);
        return typed;
    }

    MvcTestResult save(Actor actor, Union.Unit unit, Map<String, String> typed) {
        var request = mvc.post()
                .uri("/organisation/units/" + unit.publicId() + "/facts")
                .requestAttr(Actor.class.getName(), actor);
        typed.forEach(request::param);
        return request.exchange();
    }

    MvcTestResult get(Actor actor, String path) {
        return mvc.get().uri(path).requestAttr(Actor.class.getName(), actor).exchange();
    }

    static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    String column(Union.Unit unit, String column) {
        return db.sql("select coalesce(" + column + "::text, '') from organisation.unit where id = ?")
                .param(unit.id())
                .query(String.class)
                .single();
    }

    int marks(Union.Unit unit) {
        return db.sql("select count(*) from access.audit_entry where subject_id = ?")
                .param(unit.publicId())
                .query(Integer.class)
                .single();
    }
}
