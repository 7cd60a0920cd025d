package org.uniongrid.notice;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.people.Persons;

/** What the tables themselves refuse. */
@ModuleTest
class NoticeTableTests {

    private final JdbcClient db;
    private final long person;

    NoticeTableTests(JdbcClient db, Persons persons) {
        this.db = db;
        this.person = persons.add("表格");
    }

    @Test
    void aKeyTellsOnce() {
        notice("one-key", "'/x'");
        assertThatThrownBy(() -> notice("one-key", "'/x'")).isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'https://elsewhere.example'", "'//elsewhere.example'", "'/\\elsewhere'", "'x'", "''"})
    void aNoticeLeadsToNoOtherSite(String href) {
        assertThatThrownBy(() -> notice("href" + href, href)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "'/'", "'/organisation/units?x=1'"})
    void aNoticeLeadsToAPageOfOurs(String href) {
        assertThatCode(() -> notice("good" + href, href)).doesNotThrowAnyException();
    }

    @Test
    void aDeliveryKeepsToItsStates() {
        notice("states", "null");
        refused("state", "'GONE'");
        refused("channel", "'PIGEON'");
        refused("state", "'SENT'");
        refused("state", "'FAILED'");
        refused("state", "'IN_DOUBT'");
        refused("state", "'SENDING'");
        refused("attempts", "-1");
        refused("recipient", "'13900000001'");
        delivery("state", "'WAITING'");
        refused("state", "'WAITING'");
    }

    @Test
    void quietHoursHaveBothEndsAndSomethingBetweenThem() {
        assertThatThrownBy(() -> quiet("'21:00'", "null")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> quiet("'21:00'", "'21:00'")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatCode(() -> quiet("'21:00'", "'08:00'")).doesNotThrowAnyException();
    }

    private void notice(String key, String href) {
        db.sql(
                        "insert into notice.notice (public_id, key, person_id, kind, words, href, created_at) values (gen_random_uuid(), ?, ?, 'a.b', '{}', "
                                + href + ", now())")
                .params(key, person)
                .update();
    }

    private void refused(String column, String value) {
        assertThatThrownBy(() -> delivery(column, value))
                .as("%s = %s", column, value)
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void delivery(String column, String value) {
        var channel = column.equals("channel") ? value : "'SMS'";
        var more = column.equals("channel") ? "" : ", " + column;
        var given = column.equals("channel") ? "" : ", " + value;
        db.sql("insert into notice.delivery (notice_id, channel, next_try_at" + more
                        + ") select id, " + channel + ", now()" + given
                        + " from notice.notice where key = 'states'")
                .update();
    }

    private void quiet(String from, String to) {
        db.sql("insert into notice.preference (person_id, quiet_from, quiet_to) values (?, " + from + "::time, " + to
                        + "::time)")
                .param(person)
                .update();
    }
}
