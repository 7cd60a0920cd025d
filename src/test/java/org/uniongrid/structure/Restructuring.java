package org.uniongrid.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.Union.Unit;
import org.uniongrid.foundation.Actor;

/** Somebody who works with the pages of restructuring: fills in forms, reads previews, confirms. */
final class Restructuring {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final Actor actor;

    Restructuring(MockMvcTester mvc, JdbcClient db, Actor actor) {
        this.mvc = mvc;
        this.db = db;
        this.actor = actor;
    }

    MvcTestResult get(String address) {
        return mvc.get().uri(address).requestAttr(Actor.class.getName(), actor).exchange();
    }

    MvcTestResult post(String address, Map<String, List<String>> form) {
        var request = mvc.post().uri(address).requestAttr(Actor.class.getName(), actor);
        form.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return request.exchange();
    }

    /** A form with a day so many days from now, a reason and a key of its own. */
    Map<String, List<String>> form(int later, String... fields) {
        var form = new LinkedHashMap<String, List<String>>();
        form.put("day", List.of(day(later)));
        form.put("reason", List.of("试验调整"));
        form.put("key", List.of(UUID.randomUUID().toString()));
        for (int i = 0; i < fields.length; i += 2)
            form.computeIfAbsent(fields[i], _ -> new ArrayList<>()).add(fields[i + 1]);
        return form;
    }

    String day(int later) {
        return db.sql("select (current_date + ?)::text")
                .param(later)
                .query(String.class)
                .single();
    }

    MvcTestResult preview(Unit unit, String kind, Map<String, List<String>> form) {
        return post(at(unit, kind) + "/preview", form);
    }

    /** What the preview's form would send when it is confirmed. */
    Map<String, List<String>> confirmation(MvcTestResult preview) {
        var form = new LinkedHashMap<String, List<String>>();
        HIDDEN.matcher(text(preview))
                .results()
                .forEach(field -> form.computeIfAbsent(field.group(1), _ -> new ArrayList<>())
                        .add(field.group(2)));
        return form;
    }

    MvcTestResult confirm(Unit unit, String kind, Map<String, List<String>> confirmation) {
        return post(at(unit, kind), confirmation);
    }

    /** Previews and confirms; the public id of the change. */
    String decide(Unit unit, String kind, int later, String... fields) {
        var preview = preview(unit, kind, form(later, fields));
        assertThat(preview).hasStatusOk().bodyText().contains("name=\"basis\"", "确认");
        var confirmed = confirm(unit, kind, confirmation(preview));
        assertThat(confirmed).hasStatus3xxRedirection();
        return String.valueOf(confirmed.getResponse().getRedirectedUrl()).replaceFirst("/structure/changes/", "");
    }

    MvcTestResult undo(String change) {
        return post("/structure/changes/" + change + "/undo", Map.of("reason", List.of("搞错了")));
    }

    static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String at(Unit unit, String kind) {
        return "/structure/units/" + unit.publicId() + "/" + kind;
    }
}
