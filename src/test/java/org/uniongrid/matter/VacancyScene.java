package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** A district with two cadres and a factory that asks, where somebody leaves. */
class VacancyScene {

    final Scene scene;
    final Union.Unit city;
    final Union.Unit east;
    final Actor chair;
    final Actor leaving;
    final Actor staying;
    private final MockMvcTester mvc;

    VacancyScene(Scene scene, MockMvcTester mvc, String word) {
        this.scene = scene;
        this.mvc = mvc;
        city = scene.union.city();
        east = scene.union.district(city, word);
        chair = scene.union.holder("union-chair", scene.union.enterprise(east, word + "厂"));
        leaving = scene.union.cadre(east);
        staying = scene.union.cadre(east);
    }

    UUID held(Actor who) {
        var id = scene.ask(chair, east);
        scene.act(who, id, Action.TAKE, null);
        return id;
    }

    UUID tenure(Actor who) {
        return scene.db
                .sql("select public_id from organisation.tenure where person_id = ?")
                .param(who.personId())
                .query(UUID.class)
                .single();
    }

    MvcTestResult end(Actor who, Actor by, LocalDate until, String to) {
        return mvc.post()
                .uri("/organisation/tenures/" + tenure(who) + "/end")
                .param("until", until.toString())
                .param("reason", "调任")
                .param("to", to)
                .requestAttr(Actor.class.getName(), by)
                .exchange();
    }

    void began(Actor who) {
        scene.db
                .sql("update organisation.tenure set during = daterange(current_date - 30, null) where person_id = ?")
                .param(who.personId())
                .update();
    }

    org.assertj.core.api.AbstractStringAssert<?> page(String address, Actor by) {
        return assertThat(mvc.get().uri(address).requestAttr(Actor.class.getName(), by))
                .bodyText();
    }

    List<Matters.Entry> handedOn(UUID id, Actor reader) {
        return scene.matters.timeline(scene.matters.find(id, reader)).stream()
                .filter(entry -> entry.action() == Action.HAND_ON)
                .toList();
    }
}
