package org.uniongrid.organisation.committees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** A firm with a union, whose committees the cadre of its district keeps by their pages. */
abstract class CommitteeFixture {

    final Union union;
    final MockMvcTester mvc;
    final JdbcClient db;
    final Union.Unit east;
    final Union.Unit firm;
    final Actor cadre;
    final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    CommitteeFixture(Union union, MockMvcTester mvc, JdbcClient db) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        east = union.district(union.city(), "东");
        firm = union.enterprise(east, "委");
        cadre = union.cadre(east);
    }

    UUID setUp(CommitteeKind kind, String seats) {
        assertThat(askToSetUp(cadre, kind, today, today.plusYears(3), seats)).hasStatus3xxRedirection();
        return latest(kind);
    }

    UUID latest(CommitteeKind kind) {
        return db.sql(
                        "select public_id from organisation.committee where unit_id = ? and kind = ? order by during desc limit 1")
                .params(firm.id(), kind.name())
                .query(UUID.class)
                .single();
    }

    MvcTestResult askToSetUp(Actor actor, CommitteeKind kind, LocalDate from, LocalDate to, String seats) {
        return post(
                actor,
                "/organisation/units/" + firm.publicId() + "/committees",
                Map.of("kind", kind.name(), "from", from.toString(), "to", to.toString(), "seats", seats));
    }

    MvcTestResult join(Actor actor, UUID committee, Actor person, String duty) {
        return post(
                actor,
                "/organisation/committees/" + committee + "/members",
                Map.of("person", person(person).toString(), "duty", duty, "from", today.toString()));
    }

    MvcTestResult joinNew(UUID committee, String name, String duty) {
        return post(
                cadre,
                "/organisation/committees/" + committee + "/members",
                Map.of("person", "new", "name", name, "duty", duty, "from", today.toString()));
    }

    UUID person(Actor actor) {
        return db.sql("select public_id from people.person where id = ?")
                .param(actor.personId())
                .query(UUID.class)
                .single();
    }

    MvcTestResult post(Actor actor, String path, Map<String, String> form) {
        var request = mvc.post().uri(path).requestAttr(Actor.class.getName(), actor);
        new HashMap<>(form).forEach(request::param);
        return request.exchange();
    }

    MvcTestResult get(Actor actor, String path) {
        var parts = path.split("q=", -1);
        var request = mvc.get().uri(parts.length == 1 ? path : parts[0].replace("?", ""));
        if (parts.length > 1) request = request.param("q", parts[1]);
        return request.requestAttr(Actor.class.getName(), actor).exchange();
    }

    static int done(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
