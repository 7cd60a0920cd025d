package org.uniongrid.people.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Masks;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Category;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;

/** Personal data in full: for a purpose, within reach, so many times a day, and never without a trace. */
@ModuleTest
class RevealTests {

    private final RevealDesk desk;
    private final Quota quota;
    private final Identities identities;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final Union union;
    private final Union.Unit east;
    private final Union.Unit west;
    private final Actor chair;
    private final UUID person;
    private final String phone = Numbers.phone();

    RevealTests(RevealDesk desk, Quota quota, Identities identities, MockMvcTester mvc, JdbcClient db, Union union) {
        this.desk = desk;
        this.quota = quota;
        this.identities = identities;
        this.mvc = mvc;
        this.db = db;
        this.union = union;
        var city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
        chair = union.holder("union-chair", union.under(east, Category.JOINT, "查看"));
        identities.keep(chair.personId(), IdentityField.PHONE, phone);
        person = db.sql("select public_id from people.person where id = ?")
                .param(chair.personId())
                .query(UUID.class)
                .single();
    }

    private String address() {
        return "/people/persons/" + person + "/phone/reveal";
    }

    private MvcTestResult get(Actor actor) {
        return mvc.get()
                .uri(address())
                .accept(MediaType.TEXT_HTML)
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }

    private MvcTestResult post(Actor actor, Map<String, String> form) {
        var request = mvc.post().uri(address()).accept(MediaType.TEXT_HTML).requestAttr(Actor.class.getName(), actor);
        form.forEach(request::param);
        return request.exchange();
    }

    private record Entry(boolean done, long actor, String reason, String label, String changes) {}

    private List<Entry> trail(String action) {
        return db.sql("""
                        select done, actor_id as actor, reason, label, changes::text from access.audit_entry
                        where person_id = ? and action = ? order by id
                        """).params(chair.personId(), action).query(Entry.class).list();
    }

    private static final Map<String, String> WELL = Map.of("purpose", "contact", "words", "通知换届大会");

    @Test
    void showsTheValueOnceForAPurposeAndLeavesATrace() {
        var cadre = union.cadre(east);
        assertThat(get(cadre))
                .hasStatusOk()
                .bodyText()
                .contains(Masks.number(phone))
                .doesNotContain(phone);
        assertThat(trail("people.identity.reveal")).isEmpty();
        var answer = post(cadre, WELL);
        assertThat(answer).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
        assertThat(answer).bodyText().contains(phone);
        assertThat(trail("people.identity.reveal")).singleElement().satisfies(entry -> {
            assertThat(entry.done()).isTrue();
            assertThat(entry.actor()).isEqualTo(cadre.personId());
            assertThat(entry.reason()).isEqualTo("contact: 通知换届大会");
            assertThat(entry.label() + entry.changes()).doesNotContain(phone);
        });
        assertThat(quota.left(cadre.personId())).isEqualTo(quota.perDay() - 1);
        assertThat(get(cadre)).bodyText().doesNotContain(phone);
    }

    @Test
    void withoutAPurposeNothingIsShownOrCounted() {
        var cadre = union.cadre(east);
        for (var form : List.of(
                Map.<String, String>of(),
                Map.of("purpose", "contact"),
                Map.of("purpose", "contact", "words", "  "),
                Map.of("purpose", "curiosity", "words", "想看看"),
                Map.of("purpose", "contact", "words", "长".repeat(201))))
            assertThat(post(cadre, form)).hasStatus(422).bodyText().doesNotContain(phone);
        assertThat(quota.left(cadre.personId())).isEqualTo(quota.perDay());
        assertThat(trail("people.identity.reveal")).isEmpty();
    }

    @Test
    void whoeverStandsOutOfReachDoesNotExist() {
        for (var stranger : List.of(union.cadre(west), union.cadre(union.city()))) {
            assertThat(get(stranger)).hasStatus(404);
            assertThat(post(stranger, WELL)).hasStatus(404).bodyText().doesNotContain(phone);
        }
        assertThat(post(union.holder("system-admin", null), WELL)).hasStatus(403);
        assertThat(post(chair, WELL)).as("the chair of the union itself").hasStatusOk();
        assertThatThrownBy(() -> desk.find(person, "email", union.cadre(east)))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> desk.find(person, "name", union.cadre(east)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whoeverLeftTheirPostIsOutOfSight() {
        var cadre = union.cadre(east);
        db.sql("update organisation.tenure set during = daterange(current_date - 9, current_date) where person_id = ?")
                .param(chair.personId())
                .update();
        assertThat(get(cadre)).hasStatus(404);
    }

    @Test
    void manyAtOnceGetNoMoreThanADays() throws Exception {
        var cadre = union.cadre(east);
        var subject = desk.find(person, "phone", cadre);
        int tries = quota.perDay() + 15;
        var shown = 0;
        try (var threads = Executors.newFixedThreadPool(15)) {
            var calls = new ArrayList<Future<Boolean>>();
            Callable<Boolean> call = () -> {
                try {
                    return desk.reveal(subject, Purpose.CONTACT, "抢", cadre).equals(phone);
                } catch (RuleBroken broken) {
                    assertThat(broken.rule()).isEqualTo(RevealRule.REVEALS_A_DAY);
                    return false;
                }
            };
            for (int i = 0; i < tries; i++) calls.add(threads.submit(call));
            for (var each : calls) if (each.get()) shown++;
        }
        assertThat(shown).isEqualTo(quota.perDay());
        assertThat(trail("people.identity.reveal").stream().filter(Entry::done)).hasSize(quota.perDay());
        assertThat(trail("people.identity.reveal").stream().filter(entry -> !entry.done()))
                .hasSize(15);
        assertThat(trail("people.identity.many-reveals"))
                .extracting(Entry::reason)
                .containsExactly("24/30");
        assertThat(post(cadre, WELL)).hasStatus(422).bodyText().contains("30").doesNotContain(phone);
        assertThat(quota.left(cadre.personId())).isZero();
    }

    @Test
    void theUnionsPageShowsThePhoneMaskedWithAWayToSeeIt() {
        var unit = db.sql("""
                        select u.public_id from organisation.unit u join organisation.post p on p.unit_id = u.id
                        join organisation.tenure t on t.post_id = p.id where t.person_id = ?
                        """).param(chair.personId()).query(UUID.class).single();
        var page = mvc.get().uri("/organisation/units/" + unit + "/people").accept(MediaType.TEXT_HTML);
        assertThat(page.requestAttr(Actor.class.getName(), union.cadre(east)))
                .bodyText()
                .contains(Masks.number(phone), address())
                .doesNotContain(phone);
        var reader = union.holder("system-admin", null);
        var another = mvc.get().uri("/organisation/units/" + unit + "/people").accept(MediaType.TEXT_HTML);
        assertThat(another.requestAttr(Actor.class.getName(), reader))
                .bodyText()
                .contains(Masks.number(phone))
                .doesNotContain(address());
    }

    @Test
    void leadsBackToNoOtherSite() {
        var cadre = union.cadre(east);
        for (var back : List.of("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"))
            assertThat(mvc.get()
                            .uri(address() + "?back={back}", back)
                            .accept(MediaType.TEXT_HTML)
                            .requestAttr(Actor.class.getName(), cadre))
                    .bodyText()
                    .doesNotContain("href=\"" + back);
    }
}
