package org.uniongrid.matter.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.Rule;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.MatterKinds;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Paper;
import org.uniongrid.matter.Papers;
import org.uniongrid.matter.Tasks;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Vault;

/** A link opens one step for one person, once their phone is proven, for as long as the step waits for them. */
@ModuleTest
class LinkTests {

    private final MatterDesk desk;
    private final MatterKinds kinds;
    private final Matters matters;
    private final Tasks tasks;
    private final Papers papers;
    private final LinkDesk links;
    private final LinkedTask linked;
    private final JdbcClient db;
    private final Codes codes;
    private final LinkBook book;
    private final Identities identities;
    private final Notices notices;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Union union;
    private final Union.Unit east;
    private final Union.Unit factory;
    private final Actor chair;
    private final Actor cadre;

    LinkTests(
            Union union,
            MatterDesk desk,
            MatterKinds kinds,
            Matters matters,
            Tasks tasks,
            Papers papers,
            LinkDesk links,
            LinkedTask linked,
            LinkBook book,
            Identities identities,
            Notices notices,
            AuditTrail trail,
            JdbcClient db,
            Vault vault,
            TransactionTemplate transaction) {
        this.union = union;
        this.desk = desk;
        this.kinds = kinds;
        this.matters = matters;
        this.tasks = tasks;
        this.papers = papers;
        this.links = links;
        this.linked = linked;
        this.db = db;
        this.book = book;
        this.identities = identities;
        this.notices = notices;
        this.trail = trail;
        this.transaction = transaction;
        this.codes = new Codes(db, vault, transaction);
        east = union.district(union.city(), "链");
        factory = union.enterprise(east, "链厂");
        chair = union.holder("union-chair", factory);
        cadre = union.cadre(east);
        identities.keep(chair.personId(), IdentityField.PHONE, Numbers.phone());
    }

    @Test
    void theChairCompletesByLinkAndTheTimelineSaysSo() {
        var id = returned();
        var token = send(id);
        var opened = linked.open(token).orElseThrow();
        assertThat(opened.matter().publicId()).isEqualTo(id);
        linked.sendCode(opened);
        codes.set(opened.link().publicId(), "123456");
        assertThat(linked.prove(opened, "654321")).isEmpty();
        var proof = linked.prove(opened, "123456").orElseThrow();
        assertThat(linked.isProven(opened, proof)).isTrue();
        assertThat(linked.isProven(opened, Secret.fresh())).isFalse();
        assertThat(linked.allowed(opened)).containsExactly(Action.COMPLETE, Action.COMMENT);
        var list = papers.accept(List.of(new Papers.Sent("名单.txt", "共 27 人".getBytes(StandardCharsets.UTF_8))));
        linked.act(opened, Action.COMPLETE, "共 27 人", list, UUID.randomUUID());
        assertThat(papers.of(matters.find(id, cadre)).papers())
                .extracting(Paper::name)
                .containsExactly("名单.txt");
        assertThat(matters.timeline(matters.find(id, cadre))).last().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.COMPLETE);
            assertThat(entry.personName()).isEqualTo(chair.name());
            assertThat(entry.byLink()).isTrue();
        });
        assertThat(matters.timeline(matters.find(id, cadre)).getFirst().byLink())
                .isFalse();
        assertThat(linked.open(token)).as("the step is done").isEmpty();
        assertThat(deeds(opened.link().publicId()))
                .containsExactly(
                        "matter.link.send true",
                        "matter.link.ask-code true",
                        "matter.link.open false",
                        "matter.link.open true",
                        "matter.link.use true");
        assertThat(told()).contains("matter.link-code");
    }

    @Test
    void aCodeIsTriedFiveTimesAndWorksOnce() {
        var opened = linked.open(send(returned())).orElseThrow();
        linked.sendCode(opened);
        codes.set(opened.link().publicId(), "123456");
        for (int i = 0; i < 5; i++) assertThat(linked.prove(opened, "000000")).isEmpty();
        assertThat(linked.prove(opened, "123456")).as("tried too often").isEmpty();
        linked.sendCode(opened);
        codes.set(opened.link().publicId(), "123456");
        assertThat(linked.prove(opened, "123456")).isPresent();
        assertThat(linked.prove(opened, "123456")).as("used up").isEmpty();
        linked.sendCode(opened);
        codes.set(opened.link().publicId(), "123456");
        db.sql("update matter.link set code_ends_at = now() - interval '1 second' where public_id = ?")
                .param(opened.link().publicId())
                .update();
        assertThat(linked.prove(opened, "123456")).as("too old").isEmpty();
    }

    @Test
    void aNewLinkEndsTheOneBeforeAndAnOldOneEndsByItself() {
        var id = returned();
        var first = send(id);
        var second = send(id);
        assertThat(linked.open(first)).isEmpty();
        var opened = linked.open(second).orElseThrow();
        db.sql(
                        "update matter.link set made_at = now() - interval '80 hours', ends_at = now() - interval '1 second' where public_id = ?")
                .param(opened.link().publicId())
                .update();
        assertThat(linked.open(second)).isEmpty();
        assertThat(linked.open("none")).isEmpty();
    }

    @Test
    void itEndsWithThePost() {
        var id = returned();
        var token = send(id);
        assertThat(linked.open(token)).isPresent();
        db.sql("""
                        update organisation.tenure n set during = daterange(current_date - 9, current_date)
                        from organisation.post o where o.id = n.post_id and o.public_id = ?
                        """).param(chosen(chair)).update();
        assertThat(linked.open(token)).as("no longer in the post").isEmpty();
    }

    @Test
    void itEndsWhereTheStepIsHandedOver() {
        var other = union.cadre(east);
        identities.keep(cadre.personId(), IdentityField.PHONE, Numbers.phone());
        var id = ask();
        step(cadre, id, Action.TAKE, null);
        var token = token(links.send(other, id, tenure(cadre)));
        var opened = linked.open(token).orElseThrow();
        assertThat(linked.allowed(opened))
                .contains(Action.ANSWER, Action.PUT_BACK, Action.COMMENT)
                .doesNotContain(Action.HAND_OVER);
        assertThatThrownBy(() -> linked.act(opened, Action.HAND_OVER, null, List.of(), UUID.randomUUID()))
                .isInstanceOf(NoSuchElementException.class);
        var task = opened.task().publicId();
        desk.act(
                cadre,
                id,
                Act.of(Action.HAND_OVER, task, null, UUID.randomUUID()).to(Act.Aim.post(chosen(other))));
        assertThat(linked.open(token)).isEmpty();
    }

    @Test
    void aHouseThatKnowsItsAddressSendsTheLinkSealed() {
        var sender = new LinkNotices.Sender(notices, "https://union.example.org", Duration.ofHours(72));
        var sending = new LinkDesk(kinds, matters, tasks, book, sender, identities, trail);
        var id = returned();
        var handed = transaction.execute(_ -> sending.send(cadre, id, tenure(chair)));
        assertThat(handed).isEmpty();
        assertThat(db.sql(
                                "select words || coalesce(href, '') from notice.notice where person_id = ? and kind = 'matter.link'")
                        .param(chair.personId())
                        .query(String.class)
                        .single())
                .contains("72")
                .doesNotContain("/t/", "食堂");
    }

    @Test
    void aCadreWhoHasTheStepGetsALinkOfTheirOwnSideOnly() {
        var other = union.cadre(east);
        var id = ask();
        assertThat(people(cadre, id)).as("the pool of the side that is asked").isEmpty();
        step(cadre, id, Action.TAKE, null);
        assertThat(people(other, id)).containsExactly(cadre.name());
        assertThat(people(cadre, id)).as("not to oneself").isEmpty();
        assertThat(people(chair, id))
                .as("whoever asked does not hear who has it")
                .isEmpty();
        assertBroken(() -> links.send(chair, id, UUID.randomUUID()), LinkRule.LINK_GOES_TO_WHO_HAS_THE_STEP);
        assertBroken(() -> links.send(other, id, tenure(cadre)), LinkRule.LINK_GOES_TO_A_PHONE);
        var stranger = union.cadre(union.district(union.city(), "链外"));
        assertThatThrownBy(() -> links.send(stranger, id, tenure(cadre))).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theLinkAndTheCodeStandNowhere() {
        var token = send(returned());
        var opened = linked.open(token).orElseThrow();
        linked.sendCode(opened);
        assertThat(db.sql("select l::text from matter.link l where public_id = ?")
                        .param(opened.link().publicId())
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(token).hasSize(43);
    }

    private UUID ask() {
        return desk.submit(
                chair, new MatterDesk.Request("general", east.publicId(), "请协调", "食堂", null, UUID.randomUUID()));
    }

    private UUID returned() {
        var id = ask();
        step(cadre, id, Action.RETURN, "请写明人数");
        return id;
    }

    private void step(Actor actor, UUID id, Action action, @Nullable String words) {
        var task = tasks.open(matters.find(id, actor)).getFirst().publicId();
        desk.act(actor, id, Act.of(action, task, words, UUID.randomUUID()));
    }

    /** This house knows no address of its own, and hands the link over. */
    private String send(UUID id) {
        return token(links.send(cadre, id, tenure(chair)));
    }

    private static String token(Optional<String> path) {
        return path.orElseThrow().substring("/t/".length());
    }

    private List<String> people(Actor sender, UUID id) {
        return links.waiting(sender, matters.find(id, sender)).stream()
                .flatMap(waiting -> waiting.people().stream())
                .map(LinkBook.Candidate::name)
                .toList();
    }

    private UUID tenure(Actor actor) {
        return db.sql("select public_id from organisation.tenure where person_id = ? order by id desc limit 1")
                .param(actor.personId())
                .query(UUID.class)
                .single();
    }

    private static UUID chosen(Actor actor) {
        return Optional.ofNullable(actor.chosen()).orElseThrow().id();
    }

    private List<String> deeds(UUID link) {
        return db.sql("select action || ' ' || done from access.audit_entry where subject_id = ? order by id")
                .param(link)
                .query(String.class)
                .list();
    }

    private List<String> told() {
        return db.sql("select kind from notice.notice where person_id = ? order by id")
                .param(chair.personId())
                .query(String.class)
                .list();
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable what, Rule rule) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
