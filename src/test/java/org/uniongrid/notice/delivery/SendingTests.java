package org.uniongrid.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Notice;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Doorbell;
import org.uniongrid.notice.Later;
import org.uniongrid.notice.NoticePreference;
import org.uniongrid.notice.NoticePreferences;
import org.uniongrid.notice.NoticeSecrets;
import org.uniongrid.notice.QuietHours;
import org.uniongrid.notice.Recipients;
import org.uniongrid.notice.Told;
import org.uniongrid.notice.Told.Someone;
import org.uniongrid.notice.WeChatIds;
import org.uniongrid.people.Identities;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;
import tools.jackson.databind.json.JsonMapper;

/** What waits is sent once, at its time, and what became of it is known. */
@ModuleTest
class SendingTests {

    private static final QuietHours NIGHT = QuietHours.of("21:00-08:00");

    private final Later clock = new Later(2031);
    private final FakeWire sms = new FakeWire(Channel.SMS);
    private final FakeWire email = new FakeWire(Channel.EMAIL);
    private final FakeWire weChat = new FakeWire(Channel.WECHAT);
    private final Told told;
    private final Queue queue;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final NoticePreferences preferences;
    private final WeChatIds weChatIds;
    private final Letters letters;
    private final Recipients recipients;
    private final NoticeSecrets secrets;
    private final JsonMapper json;

    SendingTests(
            Persons persons,
            Identities identities,
            NoticeSecrets secrets,
            JdbcClient db,
            JsonMapper json,
            Doorbell doorbell,
            TransactionTemplate transaction,
            NoticePreferences preferences,
            WeChatIds weChatIds,
            Letters letters,
            Recipients recipients) {
        this.told = new Told(persons, identities, secrets, db, json, doorbell, transaction, clock);
        this.queue = new Queue(db, clock);
        this.db = db;
        this.transaction = transaction;
        this.preferences = preferences;
        this.weChatIds = weChatIds;
        this.letters = letters;
        this.recipients = recipients;
        this.secrets = secrets;
        this.json = json;
    }

    /** What other tests left waiting. */
    @BeforeEach
    void clear() {
        db.sql("update notice.delivery set state = 'DROPPED', trouble = 'test' where state in ('WAITING', 'SENDING')")
                .update();
    }

    @Test
    void everyWireGetsItOnceAndAPhoneSeesNothingOfIt() {
        var someone = told.someone();
        weChatIds.bind(someone.id(), "o-" + someone.id());
        told.tell(Told.plain(someone));
        carryAll();
        carryAll();
        assertThat(email.to(someone.email())).singleElement().satisfies(mail -> {
            assertThat(mail.title()).isEqualTo("您的任职有变化");
            assertThat(mail.text()).startsWith("您在云州市总工会有了新的任职。").contains("自动发送");
        });
        assertThat(sms.to(someone.phone())).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("您有一条新的工会通知");
            assertThat(message.values()).isEmpty();
        });
        assertThat(weChat.to("o-" + someone.id()))
                .singleElement()
                .satisfies(
                        message -> assertThat(message.title() + message.text()).isEqualTo("您有一条新的工会通知"));
        assertThat(states(someone))
                .containsOnly(Map.entry("EMAIL", "SENT"), Map.entry("SMS", "SENT"), Map.entry("WECHAT", "SENT"));
    }

    @Test
    void aNoticeToAnAddressAloneGoesThereOnceAndIsForgotten() {
        var phone = Numbers.phone();
        var notice =
                Notice.toAddress("toy:" + phone, Told.CODE, Notice.SMS, phone).withSecret("code", "48213");
        told.tell(notice);
        told.tell(notice);
        carryAll();
        assertThat(sms.to(phone))
                .singleElement()
                .satisfies(message -> assertThat(message.values()).containsOnly(Map.entry("code", "48213")));
        assertThat(db.sql("""
                        select n.person_id is null and n.secrets is null from notice.notice n where n.key = ?
                        """).param("toy:" + phone).query(Boolean.class).single())
                .isTrue();
        assertThat(db.sql(
                                "select n::text || d::text from notice.notice n join notice.delivery d on d.notice_id = n.id where n.key = ?")
                        .param("toy:" + phone)
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(row -> assertThat(row.replace("toy:" + phone, "")).doesNotContain(phone, "48213"));
    }

    @Test
    void whatIsNotUrgentGoesToNoAddressAlone() {
        assertThatThrownBy(() -> told.tell(Notice.toAddress("toy:x", Told.PLAIN, Notice.SMS, Numbers.phone())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoeverIsNotBoundToWeChatIsNotWrittenToThere() {
        var someone = told.someone();
        told.tell(Told.plain(someone));
        assertThat(states(someone)).containsOnlyKeys("EMAIL", "SMS");
    }

    @Test
    void theSameKeyTellsOnce() {
        var someone = told.someone();
        var notice = Told.plain(someone);
        told.tell(notice);
        told.tell(notice);
        carryAll();
        assertThat(sms.to(someone.phone())).hasSize(1);
        assertThat(count("select count(*) from notice.notice where person_id = ?", someone))
                .isEqualTo(1);
    }

    @Test
    void aDeedThatIsUndoneTellsNobody() {
        var someone = told.someone();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    told.outbox().tell(Told.plain(someone));
                    throw new IllegalStateException("the deed failed");
                }))
                .hasMessage("the deed failed");
        carryAll();
        assertThat(sms.to(someone.phone())).isEmpty();
        assertThat(count("select count(*) from notice.notice where person_id = ?", someone))
                .isZero();
    }

    @Test
    void anUnknownKindIsRefusedWithTheDeed() {
        var someone = told.someone();
        assertThatThrownBy(() -> told.tell(org.uniongrid.foundation.Notice.of("k", "toy.unknown", someone.id())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void speaksThePersonsLanguage() {
        var someone = told.someone();
        wish(someone, new NoticePreference("en", true, true, true, true, null, null, false));
        told.tell(Told.plain(someone));
        carryAll();
        assertThat(email.to(someone.email()).getFirst().title()).isEqualTo("News about your post");
        assertThat(sms.to(someone.phone()).getFirst().text()).isEqualTo("You have a new notice from your union");
    }

    @Test
    void goesOnlyWhereThePersonWants() {
        var someone = told.someone();
        wish(someone, new NoticePreference("zh-CN", false, true, true, true, null, null, false));
        told.tell(Told.plain(someone));
        carryAll();
        assertThat(email.to(someone.email())).isEmpty();
        assertThat(sms.to(someone.phone())).hasSize(1);
    }

    @Test
    void whatIsUrgentGoesEverywhereAtOnce() {
        var someone = told.someone();
        wish(someone, new NoticePreference("zh-CN", false, false, false, true, null, null, false));
        clock.pass(23, 0);
        told.tell(Told.code(someone));
        carryAll();
        assertThat(email.to(someone.email())).hasSize(1);
        assertThat(sms.to(someone.phone())).hasSize(1);
    }

    @Test
    void whatIsNotUrgentWaitsForTheMorning() {
        var someone = told.someone();
        clock.pass(21, 0);
        told.tell(Told.plain(someone));
        carryAll();
        clock.pass(7, 59);
        carryAll();
        assertThat(sms.to(someone.phone())).isEmpty();
        assertThat(email.to(someone.email())).isEmpty();
        assertThat(count(
                        "select sum(attempts) from notice.delivery d join notice.notice n on n.id = d.notice_id where n.person_id = ?",
                        someone))
                .isZero();
        clock.pass(8, 0);
        carryAll();
        assertThat(sms.to(someone.phone())).hasSize(1);
        assertThat(email.to(someone.email())).hasSize(1);
    }

    @Test
    void quietHoursAreThePersonsOwn() {
        var someone = told.someone();
        wish(
                someone,
                new NoticePreference("zh-CN", true, true, true, true, LocalTime.of(12, 0), LocalTime.of(14, 0), false));
        clock.pass(13, 0);
        told.tell(Told.plain(someone));
        carryAll();
        assertThat(sms.to(someone.phone())).isEmpty();
        clock.pass(22, 0);
        carryAll();
        assertThat(sms.to(someone.phone())).hasSize(1);
    }

    @Test
    void whatWasReadMeanwhileIsNotSentAnyMore() {
        var someone = told.someone();
        clock.pass(21, 30);
        told.tell(Told.plain(someone));
        db.sql("update notice.notice set read_at = created_at where person_id = ?")
                .param(someone.id())
                .update();
        clock.pass(8, 0);
        carryAll();
        assertThat(sms.to(someone.phone())).isEmpty();
        assertThat(states(someone)).containsOnly(Map.entry("EMAIL", "DROPPED"), Map.entry("SMS", "DROPPED"));
    }

    @Test
    void withoutAnAddressNothingIsSentAndThatIsKnown() {
        var someone = told.withoutAddress();
        told.tell(Told.plain(someone));
        carryAll();
        assertThat(states(someone)).containsOnly(Map.entry("EMAIL", "DROPPED"), Map.entry("SMS", "DROPPED"));
        assertThat(troubles(someone)).containsOnly("no-address");
    }

    @Test
    void triesAgainWithGrowingPausesAndThenGivesUp() {
        var someone = told.someone();
        var nobody = courier(sms);
        sms.answers(message -> new Answer.Later("unreachable"));
        told.tell(Told.plain(someone));
        var gaps = new ArrayList<Duration>();
        for (var tries = 1; tries <= Courier.PAUSES.size() + 1; tries++) {
            courier(sms).carry();
            assertThat(sms.to(someone.phone())).hasSize(tries);
            if (tries > Courier.PAUSES.size()) break;
            var next = next(someone);
            gaps.add(Duration.between(clock.instant(), next));
            clock.pass(Duration.between(clock.instant(), next).minusMillis(1));
            nobody.carry();
            assertThat(sms.to(someone.phone())).hasSize(tries);
            clock.pass(Duration.ofMillis(1));
            clock.pass(10, 0);
        }
        assertThat(gaps).isSorted().first().isEqualTo(Courier.PAUSES.getFirst());
        assertThat(states(someone)).containsEntry("SMS", "FAILED");
        clock.pass(Duration.ofDays(2));
        clock.pass(10, 0);
        courier(sms).carry();
        assertThat(sms.to(someone.phone())).hasSize(Courier.PAUSES.size() + 1);
    }

    @Test
    void aRefusalIsFinal() {
        var someone = told.someone();
        sms.answers(message -> new Answer.Refused("isv.MOBILE_NUMBER_ILLEGAL"));
        told.tell(Told.plain(someone));
        carryAll();
        clock.pass(Duration.ofDays(1));
        carryAll();
        assertThat(sms.to(someone.phone())).hasSize(1);
        assertThat(states(someone)).containsEntry("SMS", "FAILED");
    }

    @Test
    void anSmsOfUnknownFateIsInDoubtAndAnEmailGoesAgain() {
        var someone = told.someone();
        sms.answers(message -> new Answer.Unknown("timeout"));
        email.answers(message -> new Answer.Unknown("timeout"));
        told.tell(Told.plain(someone));
        carryAll();
        clock.pass(Duration.ofHours(1));
        email.answers(message -> new Answer.Sent(message.id()));
        carryAll();
        assertThat(sms.to(someone.phone())).hasSize(1);
        assertThat(email.to(someone.email()))
                .hasSize(2)
                .extracting("id")
                .containsOnly(email.to(someone.email()).getFirst().id());
        assertThat(states(someone)).containsOnly(Map.entry("SMS", "IN_DOUBT"), Map.entry("EMAIL", "SENT"));
    }

    @Test
    void aCrashBetweenSendingAndSentLeavesAnSmsInDoubtAndSendsAnEmailAgain() {
        var someone = told.someone();
        told.tell(Told.plain(someone));
        crashWhileSending(sms, someone);
        crashWhileSending(email, someone);
        assertThat(states(someone)).containsOnly(Map.entry("SMS", "SENDING"), Map.entry("EMAIL", "SENDING"));

        queue.recover();
        assertThat(states(someone))
                .as("the other process may still live")
                .containsOnlyKeys("SMS", "EMAIL")
                .doesNotContainValue("IN_DOUBT");
        leaseEnds(someone);
        queue.recover();
        carryAll();
        assertThat(sms.to(someone.phone())).hasSize(1);
        assertThat(email.to(someone.email())).hasSize(2);
        assertThat(states(someone)).containsOnly(Map.entry("SMS", "IN_DOUBT"), Map.entry("EMAIL", "SENT"));
        assertThat(troubles(someone)).containsOnly("interrupted");
    }

    @Test
    void whatWasTakenButNotBegunWhenAProcessDiedIsSentByAnother() {
        var someone = told.someone();
        told.tell(Told.plain(someone));
        assertThat(new Queue(db, clock).claim(Channel.SMS, 10_000)).isNotEmpty();
        courier(sms).carry();
        assertThat(sms.to(someone.phone())).isEmpty();
        leaseEnds(someone);
        courier(sms).carry();
        assertThat(sms.to(someone.phone())).hasSize(1);
    }

    @Test
    void anAnswerThatComesAfterTheLeaseStillCounts() {
        var someone = told.someone();
        told.tell(Told.plain(someone));
        sms.answers(message -> {
            leaseEnds(someone);
            new Queue(db, clock).recover();
            return new Answer.Sent("late");
        });
        courier(sms).carry();
        assertThat(states(someone)).containsEntry("SMS", "SENT");
    }

    @Test
    void manyProcessesSendNothingTwice() throws InterruptedException {
        var people = new ArrayList<Someone>();
        for (var i = 0; i < 60; i++) people.add(told.someone());
        transaction.executeWithoutResult(
                status -> people.forEach(one -> told.outbox().tell(Told.plain(one))));
        var start = new CountDownLatch(1);
        var done = new CountDownLatch(4);
        for (var i = 0; i < 4; i++)
            Thread.ofVirtual().start(() -> {
                try {
                    start.await();
                    var courier = courier(sms, new Queue(db, clock));
                    while (courier.carry() > 0) Thread.yield();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } finally {
                    done.countDown();
                }
            });
        start.countDown();
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(people).allSatisfy(one -> assertThat(sms.to(one.phone())).hasSize(1));
    }

    @Test
    void noTransactionIsOpenWhileAProviderIsCalled() {
        var someone = told.someone();
        told.tell(Told.plain(someone));
        var open = new ArrayList<Boolean>();
        sms.answers(message -> {
            open.add(TransactionSynchronizationManager.isActualTransactionActive());
            return new Answer.Sent("x");
        });
        courier(sms).carry();
        assertThat(open).isNotEmpty().containsOnly(false);
    }

    @Test
    void aWireThatFailsManyTimesIsLeftAloneForAWhile() {
        var people = new ArrayList<Someone>();
        for (var i = 0; i < 40; i++) people.add(told.someone());
        people.forEach(one -> told.tell(Told.plain(one)));
        sms.answers(message -> new Answer.Later("unreachable"));
        var courier = courier(sms);
        courier.carry();
        var asked = sms.all().size();
        assertThat(asked).isBetween(Circuit.PATIENCE, Circuit.PATIENCE + 8);
        assertThat(courier.carry()).isZero();
        sms.answers(message -> new Answer.Sent("x"));
        clock.pass(Duration.ofMinutes(15));
        while (courier.carry() > 0) Thread.yield();
        clock.pass(Duration.ofMinutes(15));
        while (courier.carry() > 0) Thread.yield();
        assertThat(people).allSatisfy(one -> assertThat(states(one)).containsEntry("SMS", "SENT"));
    }

    @Test
    void aSecretIsSealedUntilItIsSentAndGoneAfterwards() {
        var someone = told.someone();
        told.tell(Told.code(someone));
        assertThat(secret(someone)).singleElement().asString().isNotEmpty().doesNotContain("48213", "x9f");
        courier(email).carry();
        assertThat(secret(someone)).as("the SMS still needs it").doesNotContainNull();
        courier(sms).carry();
        assertThat(secret(someone)).containsOnlyNulls();
        assertThat(email.to(someone.email()).getFirst().text()).contains("48213", "https://union.example.org/in/x9f");
        assertThat(sms.to(someone.phone()).getFirst().text()).isEqualTo("验证码 48213");
        assertThat(sms.to(someone.phone()).getFirst().values()).containsOnly(Map.entry("code", "48213"));
    }

    @Test
    void anAddressJustGivenUpIsToldInPlaceOfTheNewOne() {
        var someone = told.someone();
        told.tell(Told.plain(someone).to(Notice.SMS, "19900000000").to(Notice.EMAIL, "old@example.org"));
        carryAll();
        assertThat(sms.to("19900000000")).hasSize(1);
        assertThat(email.to("old@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).doesNotContain("19900000000", "old@example.org"));
        assertThat(sms.to(someone.phone())).isEmpty();
        assertThat(email.to(someone.email())).isEmpty();
        assertThat(secret(someone)).containsOnlyNulls();
    }

    @Test
    void aSecretThatCouldNotBeSentIsForgottenInTime() {
        var someone = told.someone();
        sms.answers(message -> new Answer.Later("unreachable"));
        told.tell(Told.code(someone));
        courier(sms).carry();
        clock.pass(Duration.ofMinutes(119));
        queue.forget();
        assertThat(secret(someone)).doesNotContainNull();
        clock.pass(Duration.ofMinutes(1));
        courier(email).carry();
        queue.forget();
        assertThat(secret(someone)).containsOnlyNulls();
        assertThat(email.to(someone.email())).isEmpty();
        assertThat(states(someone)).containsEntry("EMAIL", "DROPPED");
    }

    @Test
    void nothingThatIsKeptNamesAPhone() {
        var someone = told.someone();
        told.tell(Told.code(someone));
        carryAll();
        var rows = db.sql(
                        "select d::text || n::text from notice.delivery d join notice.notice n on n.id = d.notice_id where n.person_id = ?")
                .param(someone.id())
                .query(String.class)
                .list();
        assertThat(rows)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).doesNotContain(someone.phone(), someone.email(), "48213"));
    }

    private void crashWhileSending(FakeWire wire, Someone someone) {
        wire.answers(message -> {
            throw new Killed();
        });
        assertThatThrownBy(() -> {
                    var dying = new Queue(db, clock);
                    for (var one : dying.claim(wire.channel(), 10_000))
                        if (Long.valueOf(someone.id()).equals(one.personId())) {
                            var kind = told.kinds().find(one.kind()).orElseThrow();
                            var to = wire == sms ? someone.phone() : someone.email();
                            assertThat(dying.begin(one, "***")).isTrue();
                            wire.send(letters.write(one, kind, to, Map.of("union", "x"))
                                    .orElseThrow());
                        }
                })
                .isInstanceOf(Killed.class);
        wire.answers(message -> new Answer.Sent("x"));
    }

    /** Stands for kill -9: nothing after it runs. */
    private static final class Killed extends Error {}

    private void leaseEnds(Someone someone) {
        db.sql("""
                        update notice.delivery d set lease_until = now() - interval '1 second'
                        from notice.notice n where n.id = d.notice_id and n.person_id = ? and d.lease_until is not null
                        """).param(someone.id()).update();
    }

    private void carryAll() {
        for (var wire : List.of(email, sms, weChat)) {
            var courier = courier(wire);
            while (courier.carry() >= Courier.MOST) Thread.yield();
        }
    }

    private Courier courier(FakeWire wire) {
        return courier(wire, queue);
    }

    private Courier courier(FakeWire wire, Queue by) {
        return new Courier(wire, by, letters, recipients, told.kinds(), secrets, json, NIGHT, clock);
    }

    private void wish(Someone someone, NoticePreference wish) {
        preferences.keep(new Actor(someone.id(), "x", List.of(), null), wish);
    }

    private Map<String, String> states(Someone someone) {
        return db
                .sql(
                        "select d.channel, d.state from notice.delivery d join notice.notice n on n.id = d.notice_id where n.person_id = ?")
                .param(someone.id())
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<String> troubles(Someone someone) {
        return Set.copyOf(db.sql(
                        "select d.trouble from notice.delivery d join notice.notice n on n.id = d.notice_id where n.person_id = ? and d.trouble is not null")
                .param(someone.id())
                .query(String.class)
                .list());
    }

    private List<?> secret(Someone someone) {
        return db
                .sql("select secrets from notice.notice where person_id = ?")
                .param(someone.id())
                .query((row, number) -> java.util.Optional.ofNullable(row.getString(1)))
                .list()
                .stream()
                .map(found -> found.orElse(null))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Instant next(Someone someone) {
        return db.sql(
                        "select d.next_try_at from notice.delivery d join notice.notice n on n.id = d.notice_id where n.person_id = ? and d.channel = 'SMS'")
                .param(someone.id())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private int count(String sql, Someone someone) {
        return db.sql(sql).param(someone.id()).query(Integer.class).single();
    }
}
