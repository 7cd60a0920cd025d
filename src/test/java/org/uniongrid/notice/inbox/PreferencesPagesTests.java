package org.uniongrid.notice.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.notice.Doorbell;
import org.uniongrid.notice.Later;
import org.uniongrid.notice.NoticePreference;
import org.uniongrid.notice.NoticePreferences;
import org.uniongrid.notice.NoticeSecrets;
import org.uniongrid.notice.Told;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;
import tools.jackson.databind.json.JsonMapper;

/** How somebody wishes to be told is theirs to say. */
@ModuleTest
class PreferencesPagesTests {

    private static final String PAGE = "/notices/preferences";

    private final Actor person;
    private final Identities identities;
    private final NoticePreferences preferences;
    private final Later clock = new Later(2033);
    private final Told told;
    private final MockMvcTester mvc;
    private final JdbcClient db;

    PreferencesPagesTests(
            Union union,
            Persons persons,
            Identities identities,
            NoticePreferences preferences,
            NoticeSecrets secrets,
            JsonMapper json,
            Doorbell doorbell,
            MockMvcTester mvc,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.person = union.actor(persons.add("设置人"), "设置人");
        this.identities = identities;
        this.preferences = preferences;
        this.told = new Told(persons, identities, secrets, db, json, doorbell, transaction, clock);
        this.mvc = mvc;
        this.db = db;
    }

    @Test
    void showsTheUsualHoursAndAddressesMasked() {
        identities.keep(person.personId(), IdentityField.PHONE, "13900007788");
        assertThat(mvc.get()
                        .uri(PAGE)
                        .requestAttr(Actor.class.getName(), person)
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("139****7788", "21:00", "08:00", "还没有登记邮箱", "还没有绑定微信")
                .doesNotContain("13900007788");
    }

    @Test
    void whatIsChosenIsKept() {
        assertThat(send(Map.of("sms", "true", "quiet", "true", "from", "22:30", "to", "07:00", "language", "en")))
                .hasRedirectedUrl(PAGE);
        assertThat(preferences.of(person))
                .isEqualTo(new NoticePreference(
                        "en", false, true, false, true, LocalTime.of(22, 30), LocalTime.of(7, 0), false));
    }

    @Test
    void theHousesOwnHoursAreFollowedWhenTheyChange() {
        send(Map.of("quiet", "true", "from", "21:00", "to", "08:00", "language", "zh-CN"));
        assertThat(preferences.of(person).quietFrom()).isNull();
    }

    @Test
    void whatIsWrongComesBackWithWhatWasTyped() {
        assertThat(send(Map.of("from", "22:00", "to", "25:99", "language", "zh-CN")))
                .hasStatus(422)
                .bodyText()
                .contains("请填时间", "25:99", "22:00");
        assertThat(send(Map.of("from", "22:00", "to", "22:00", "language", "zh-CN")))
                .hasStatus(422)
                .bodyText()
                .contains("不能相同");
        assertThat(send(Map.of("from", "22:00", "to", "08:00", "language", "fr")))
                .hasStatus(422);
        assertThat(preferences.of(person)).isEqualTo(NoticePreference.USUAL);
    }

    @Test
    void aTestMessageComesOnceAMinute() {
        for (var i = 0; i < 2; i++) {
            var asked = mvc.post().uri(PAGE + "/test").requestAttr(Actor.class.getName(), person);
            assertThat(asked.exchange()).hasRedirectedUrl(PAGE);
            assertThat(count()).isEqualTo(1);
        }
    }

    @Test
    void aDayHasFiveTestMessages() {
        var test = new TestMessage(told.outbox(), db, clock);
        for (var i = 0; i < TestMessage.A_DAY; i++) {
            test.send(person);
            assertThatThrownBy(() -> test.send(person)).isInstanceOf(RuleBroken.class);
            clock.pass(Duration.ofMinutes(2));
        }
        assertThatThrownBy(() -> test.send(person)).isInstanceOf(RuleBroken.class);
        clock.pass(Duration.ofDays(1));
        test.send(person);
        assertThat(count()).isEqualTo(TestMessage.A_DAY + 1);
    }

    private int count() {
        return db.sql("select count(*) from notice.notice where person_id = ?")
                .param(person.personId())
                .query(Integer.class)
                .single();
    }

    private MvcTestResult send(Map<String, String> typed) {
        var request = mvc.post().uri(PAGE).requestAttr(Actor.class.getName(), person);
        typed.forEach(request::param);
        return request.exchange();
    }
}
