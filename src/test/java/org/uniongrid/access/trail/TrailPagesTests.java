package org.uniongrid.access.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.TestData;
import org.uniongrid.Union;
import org.uniongrid.Visitor;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Reach;
import org.uniongrid.start.VerifyAudit;

/** The trail on pages, in a workbook and on the console, and the deeds that the house itself leaves. */
@ModuleTest
class TrailPagesTests {

    private static final Reach CELL = new Reach.Cell();

    private final AuditTrail trail;
    private final TrailList list;
    private final LookList looks;
    private final Union union;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final int port;

    TrailPagesTests(
            AuditTrail trail,
            TrailList list,
            LookList looks,
            Union union,
            MockMvcTester mvc,
            JdbcClient db,
            @LocalServerPort int port) {
        this.trail = trail;
        this.list = list;
        this.looks = looks;
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        this.port = port;
    }

    @Test
    void isFoundByEachFilterAndByNoOther() {
        var cadre = union.cadre(union.city());
        trail.add(cadre, Deed.of("access.account.unlock", "access.account", null, "Wanted " + cadre.name()));
        var today = LocalDate.now(java.time.Clock.system(java.time.ZoneId.of("Asia/Shanghai")));
        var all = new TrailFilter(today, null, cadre.name(), null, null, null, null);
        assertThat(found(all)).isOne();
        assertThat(found(with(all, "access.account.unlock", null, null, null))).isOne();
        assertThat(found(with(all, "access.trail.search", null, null, null))).isZero();
        assertThat(found(with(all, null, "access.account", null, null))).isOne();
        assertThat(found(with(all, null, "exchange.import", null, null))).isZero();
        assertThat(found(with(all, null, null, TrailFilter.Outcome.DONE, null))).isOne();
        assertThat(found(with(all, null, null, TrailFilter.Outcome.REFUSED, null)))
                .isZero();
        assertThat(found(with(all, null, null, null, "wanted"))).isOne();
        assertThat(found(with(all, null, null, null, "50%_"))).isZero();
        assertThat(found(new TrailFilter(today.plusDays(1), null, cadre.name(), null, null, null, null)))
                .isZero();
        assertThat(found(new TrailFilter(today.minusDays(9), today.minusDays(1), cadre.name(), null, null, null, null)))
                .isZero();
        assertThat(found(new TrailFilter(today.minusDays(9), today, cadre.name(), null, null, null, null)))
                .isOne();
        assertThat(list.page(Reach.Units.NONE, all, Cursor.START).isEmpty()).isTrue();
        assertThat(list.latest(Reach.Units.NONE, all)).isEmpty();
    }

    @Test
    void anUnlockCanBeReadWithBeforeAndAfter() {
        var account = union.account("federation-cadre", union.city());
        for (int i = 0; i < 5; i++) new Visitor(port).signIn(account.login(), "wrong");
        var guard = Visitor.as(union.account("security-admin", null), port);
        guard.post("/access/accounts/" + publicId(account.login()) + "/unlock", Map.of());
        var auditor = auditor();
        assertThat(page(auditor, "/access/trail?q=" + account.login()))
                .contains("解锁账号", account.login())
                .contains("试工");
        var entry = page(auditor, "/access/trail/" + entry(account.login()));
        assertThat(entry)
                .contains("锁定至", "127.0.0.1", "改动前")
                .containsPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d</span>");
    }

    @Test
    void lookingIsItselfADeed() {
        var auditor = auditor();
        page(auditor, "/access/trail?q=nothing-like-this");
        page(auditor, "/access/trail?q=nothing-like-this&after=" + UUID.randomUUID());
        assertThat(db.sql("select reason from access.audit_entry where actor_id = ? and action = 'access.trail.search'")
                        .param(auditor.personId())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .endsWith("nothing-like-this");
    }

    @Test
    void theBandAloneShowsNoEntryAndSoLeavesNoWord() {
        var auditor = auditor();
        var account = union.account("federation-cadre", union.city());
        trail.add(auditor, Deed.of("access.account.unlock", "access.account", null, account.login()));
        var band = mvc.get()
                .uri("/access/trail?who=" + auditor.name())
                .header("HX-Target", "check")
                .requestAttr(Actor.class.getName(), auditor)
                .exchange();
        assertThat(band).hasStatusOk().bodyText().contains("id=\"check\"").doesNotContain(account.login());
        assertThat(page(auditor, "/access/trail?who=" + auditor.name())).contains(account.login());
    }

    @Test
    void oddFiltersAreLeftOut() {
        for (var odd : new String[] {"from=2026-02-31", "from=x", "to=99999-01-01", "who=%00a", "action=%27", "q=%25"})
            assertThat(mvc.get()
                            .uri(java.net.URI.create("/access/trail?" + odd))
                            .requestAttr(Actor.class.getName(), auditor()))
                    .as(odd)
                    .satisfies(answer ->
                            assertThat(answer.getResponse().getStatus()).isIn(200, 400));
    }

    @Test
    void theExportHoldsTheFilteredAndIsOnTheTrail() throws Exception {
        var cadre = union.cadre(union.city());
        trail.add(
                cadre,
                Deed.of("access.account.unlock", "access.account", null, "=HYPERLINK(1)")
                        .with("note", "a", "b"));
        var auditor = auditor();
        var file = mvc.get()
                .uri("/access/trail/export?who={who}", cadre.name())
                .requestAttr(Actor.class.getName(), auditor)
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(8)).isEqualTo("'=HYPERLINK(1)");
            assertThat(rows.get(1).getCellText(5)).isEqualTo("解锁账号");
        }
        assertThat(db.sql(
                                "select changes::text from access.audit_entry where actor_id = ? and action = 'access.trail.export'")
                        .param(auditor.personId())
                        .query(String.class)
                        .single())
                .contains("\"1\"");
    }

    @Test
    void somebodySeesWhoLookedAtTheirDataAndNobodyElsesDoes() {
        var city = union.city();
        var member = union.cadre(city);
        var other = union.cadre(city);
        trail.add(
                other,
                Deed.of("access.account.unlock", "access.account", null, "x")
                        .about(member.personId())
                        .because("to check a claim"));
        trail.add(
                member,
                Deed.of("access.account.change-password", "access.account", null, "x")
                        .about(member.personId()));
        assertThat(looks.at(member, Cursor.START).rows()).singleElement().satisfies(row -> {
            assertThat(row.actor()).isEqualTo(other.name());
            assertThat(row.unit()).isEqualTo(city.name());
            assertThat(row.reason()).isEqualTo("to check a claim");
        });
        assertThat(looks.at(other, Cursor.START).isEmpty()).isTrue();
        assertThat(page(member, "/account/looks")).contains(other.name(), "to check a claim", city.name());
        assertThat(page(other, "/account/looks")).contains("还没有记录");
    }

    @Test
    void whoeverIsRefusedIsOnTheTrailButCannotFloodIt() {
        var cadre = union.cadre(union.city());
        for (int i = 0; i < 40; i++)
            assertThat(mvc.get().uri("/access/trail/" + UUID.randomUUID()).requestAttr(Actor.class.getName(), cadre))
                    .hasStatus(403);
        var kept = db.sql("select label || ' ' || reason from access.audit_entry where actor_id = ? and not done")
                .param(cadre.personId())
                .query(String.class)
                .list();
        assertThat(kept).hasSize(10).allMatch(text -> text.equals("GET /access/trail/{id} access.trail.read"));
    }

    @Test
    void signingOutAndChangingThePasswordAreOnTheTrail() {
        var account = union.account("audit-admin", null);
        var visitor = Visitor.as(account, port);
        var form = Map.of("now", Union.PASSWORD, "next", "Another long secret 42", "again", "Another long secret 42");
        assertThat(visitor.post("/account/password", form).statusCode()).isEqualTo(302);
        visitor.post("/sign-out", Map.of());
        assertThat(db.sql("select action from access.audit_entry where label = ? order by id")
                        .param(account.login())
                        .query(String.class)
                        .list())
                .containsExactly("access.account.change-password", "access.session.end");
        assertThat(db.sql("select count(*) from access.audit_entry e where e::text like '%long secret%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theConsoleChecksBesideARunningHouse() {
        assertThat(VerifyAudit.run("--verify-audit", "--uniongrid.data=" + TestData.PLACE))
                .isZero();
        assertThat(VerifyAudit.run("--verify-audit", "--uniongrid.data=" + TestData.PLACE, "--key=no/such/file"))
                .isEqualTo(2);
    }

    private Actor auditor() {
        return union.holder("audit-admin", null);
    }

    private String page(Actor actor, String path) {
        var answer =
                mvc.get().uri(path).requestAttr(Actor.class.getName(), actor).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private int found(TrailFilter filter) {
        return list.page(CELL, filter, Cursor.START).rows().size();
    }

    private static TrailFilter with(
            TrailFilter all,
            @Nullable String action,
            @Nullable String subject,
            TrailFilter.@Nullable Outcome outcome,
            @Nullable String q) {
        return new TrailFilter(all.from(), all.to(), all.who(), action, subject, outcome, q);
    }

    private UUID publicId(String login) {
        return db.sql("select public_id from access.account where login = ?")
                .param(login)
                .query(UUID.class)
                .single();
    }

    private UUID entry(String label) {
        return db.sql("select public_id from access.audit_entry where label = ? and action = 'access.account.unlock'")
                .param(label)
                .query(UUID.class)
                .single();
    }
}
