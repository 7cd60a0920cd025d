package org.uniongrid.notice.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.notice.Inbox;
import org.uniongrid.people.Persons;

/** Everybody reads what they were told, and nobody else's. */
@ModuleTest
class InboxPagesTests {

    private static final Pattern BELL = Pattern.compile("class=\"bell-n\"[^>]*>([^<]+)<");

    private final Union union;
    private final Persons persons;
    private final Notices notices;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    InboxPagesTests(
            Union union,
            Persons persons,
            Notices notices,
            MockMvcTester mvc,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.union = union;
        this.persons = persons;
        this.notices = notices;
        this.mvc = mvc;
        this.db = db;
        this.transaction = transaction;
    }

    @Test
    void anEmptyInboxSaysSo() {
        var person = somebody();
        assertThat(get("/notices", person))
                .hasStatusOk()
                .bodyText()
                .contains("没有未读消息")
                .doesNotContain("bell-n");
        assertThat(get("/notices?show=all", person)).bodyText().contains("还没有消息");
    }

    @Test
    void openingANoticeMarksItAsReadAndLeadsOn() {
        var person = somebody();
        notices.tell(notice(person).at("/notices/preferences"));
        var page = get("/notices", person);
        assertThat(page).hasStatusOk().bodyText().contains("测试消息", "这条路是通的", "查看：测试消息");
        assertThat(bell(page)).isEqualTo("1");

        assertThat(open(only(person), person)).hasRedirectedUrl("/notices/preferences");
        assertThat(get("/notices", person)).bodyText().contains("没有未读消息").doesNotContain("bell-n");
        assertThat(get("/notices?show=all", person)).bodyText().contains("测试消息");
    }

    @Test
    void aNoticeThatLeadsNowhereIsOnlyMarked() {
        var person = somebody();
        notices.tell(notice(person));
        assertThat(get("/notices", person)).bodyText().contains("知道了").doesNotContain("查看：");
        assertThat(open(only(person), person)).hasRedirectedUrl("/notices?show=all");
    }

    @Test
    void nobodyOpensOrSeesAnothersNotice() {
        var person = somebody();
        var other = somebody();
        notices.tell(notice(person));
        assertThat(open(only(person), other)).hasStatus(404);
        assertThat(get("/notices?show=all", other)).bodyText().contains("还没有消息");
        post("/notices/read", other);
        assertThat(bell(get("/notices", person))).isEqualTo("1");
    }

    @Test
    void allAreMarkedAtOnce() {
        var person = somebody();
        for (var i = 0; i < 3; i++) notices.tell(notice(person));
        assertThat(post("/notices/read", person)).hasRedirectedUrl("/notices");
        assertThat(get("/notices", person)).bodyText().doesNotContain("bell-n");
    }

    @Test
    void theBellCountsToNinetyNine() {
        var person = somebody();
        for (var i = 0; i < 99; i++) notices.tell(notice(person));
        assertThat(bell(get("/notices", person))).isEqualTo("99");
        notices.tell(notice(person));
        assertThat(bell(get("/notices", person))).isEqualTo("99+");
    }

    @Test
    void pagesGoOnByCursorAndLoseNothing() {
        var person = somebody();
        for (var i = 0; i < Inbox.SIZE + 1; i++) notices.tell(notice(person));
        var first = text(get("/notices", person));
        assertThat(first.split("<li class=\"unread", -1)).hasSize(Inbox.SIZE + 1);
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        var second = text(get(next.group(1).replace("&amp;", "&"), person));
        assertThat(second.split("<li class=\"unread", -1)).hasSize(2);
    }

    /** Of a few notices all would be read, whatever index there is. */
    @Test
    void theInboxIsReadByItsIndex() {
        var plan = transaction.execute(_ -> {
            db.sql("set local enable_seqscan = off").update();
            return db.sql("""
                            explain select count(*) from (
                                select from notice.notice where person_id = 7 and read_at is null limit 100) waiting
                            """).query(String.class).list();
        });
        assertThat(plan).anyMatch(line -> line.contains("notice_unread"));
    }

    private Actor somebody() {
        var name = "收信人";
        return union.actor(persons.add(name), name);
    }

    private static Notice notice(Actor person) {
        return Notice.of("inbox:" + UUID.randomUUID(), TestMessage.KIND, person.personId());
    }

    private UUID only(Actor person) {
        return db.sql("select public_id from notice.notice where person_id = ?")
                .param(person.personId())
                .query(UUID.class)
                .single();
    }

    private static String bell(MvcTestResult page) {
        var found = BELL.matcher(text(page));
        return found.find() ? found.group(1) : "";
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String address, Actor actor) {
        return mvc.get().uri(address).requestAttr(Actor.class.getName(), actor).exchange();
    }

    private MvcTestResult open(UUID id, Actor actor) {
        return post("/notices/" + id + "/open", actor);
    }

    private MvcTestResult post(String address, Actor actor) {
        return mvc.post().uri(address).requestAttr(Actor.class.getName(), actor).exchange();
    }
}
