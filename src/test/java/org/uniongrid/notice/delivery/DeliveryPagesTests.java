package org.uniongrid.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** The system administrator sees how the wires are and decides what is in doubt, with a reason that is on record. */
@ModuleTest
class DeliveryPagesTests {

    private final Actor admin;
    private final Actor cadre;
    private final MockMvcTester mvc;
    private final JdbcClient db;

    DeliveryPagesTests(Union union, MockMvcTester mvc, JdbcClient db) {
        this.admin = union.holder("system-admin", null);
        this.cadre = union.cadre(union.city());
        this.mvc = mvc;
        this.db = db;
    }

    @Test
    void showsEveryWireAndNoContents() {
        var id = delivery("IN_DOUBT");
        assertThat(get("/notice/deliveries?state=IN_DOUBT&wire=SMS", admin))
                .hasStatusOk()
                .bodyText()
                .contains("邮件", "短信", "微信", "没有接通，只写日志", "139****0001", "测试消息", "存疑", id.toString())
                .doesNotContain("13900000001", "这条路是通的");
    }

    @Test
    void aFilterThatFindsNothingSaysSo() {
        assertThat(get("/notice/deliveries?state=SENDING&wire=WECHAT", admin))
                .hasStatusOk()
                .bodyText()
                .contains("没有这样的记录");
    }

    @Test
    void whatIsInDoubtIsSentAgainOnlyWithAReason() {
        var id = delivery("IN_DOUBT");
        assertThat(decide(id, "retry", " ", admin)).hasStatus(422).bodyText().contains("请写明原因");
        assertThat(decide(id, "retry", "甲".repeat(201), admin))
                .hasStatus(422)
                .bodyText()
                .contains("甲甲甲");
        assertThat(state(id)).isEqualTo("IN_DOUBT");
        assertThat(decide(id, "retry", "本人说没有收到", admin)).hasStatus3xxRedirection();
        assertThat(state(id)).isNotIn("IN_DOUBT");
        assertThat(trail(id)).containsExactly("notice.delivery.retry 本人说没有收到");
    }

    @Test
    void whatFailedIsDroppedOnlyWithAReason() {
        var id = delivery("FAILED");
        assertThat(decide(id, "drop", "号码已停用", admin)).hasStatus3xxRedirection();
        assertThat(state(id)).isEqualTo("DROPPED");
        assertThat(trail(id)).containsExactly("notice.delivery.drop 号码已停用");
        assertThat(get("/notice/deliveries/" + id, admin))
                .hasStatusOk()
                .bodyText()
                .contains("管理员决定不再发送")
                .doesNotContain("/retry");
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        var id = delivery("SENT");
        assertThat(decide(id, "retry", "再来", admin)).hasStatus(422).bodyText().contains("已经有了新的状态");
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(trail(id)).isEmpty();
    }

    @Test
    void aDecisionIsTakenOnce() {
        var id = delivery("IN_DOUBT");
        decide(id, "drop", "不用了", admin);
        assertThat(decide(id, "retry", "再来", admin)).hasStatus(422);
        assertThat(trail(id)).hasSize(1);
    }

    @Test
    void nobodyElseSeesOrDecides() {
        var id = delivery("IN_DOUBT");
        assertThat(get("/notice/deliveries", cadre)).hasStatus(403);
        assertThat(get("/notice/deliveries/" + id, cadre)).hasStatus(403);
        assertThat(decide(id, "retry", "再来", cadre)).hasStatus(403);
        assertThat(get("/notice/deliveries/" + UUID.randomUUID(), admin)).hasStatus(404);
    }

    private UUID delivery(String state) {
        return db.sql("""
                        with told as (
                            insert into notice.notice (public_id, key, person_id, kind, words, created_at)
                            values (gen_random_uuid(), 'page:' || gen_random_uuid(), :person, 'notice.test', '{}', now())
                            returning id)
                        insert into notice.delivery (notice_id, channel, state, attempts, next_try_at, recipient, trouble,
                            sent_at, failed_at)
                        select id, 'SMS', :state, 1, now() + interval '20 years', '139****0001',
                            case when :state <> 'SENT' then 'timeout' end,
                            case when :state = 'SENT' then now() end, now()
                        from told returning public_id
                        """)
                .param("person", admin.personId())
                .param("state", state)
                .query(UUID.class)
                .single();
    }

    private MvcTestResult get(String address, Actor actor) {
        return mvc.get().uri(address).requestAttr(Actor.class.getName(), actor).exchange();
    }

    private MvcTestResult decide(UUID id, String verb, String reason, Actor actor) {
        return mvc.post()
                .uri("/notice/deliveries/" + id + "/" + verb)
                .param("reason", reason)
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }

    private String state(UUID id) {
        return db.sql("select state from notice.delivery where public_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private List<String> trail(UUID id) {
        return db.sql("select action || ' ' || reason from access.audit_entry where subject_id = ? order by id")
                .param(id)
                .query(String.class)
                .list();
    }
}
