package org.uniongrid.matter.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.MatterDesk;

/** Whoever does not sign in hears once a week how much waits. */
@ModuleTest
class WeeklyDigestTests {

    private final WeeklyDigest digest;
    private final MatterDesk desk;
    private final JdbcClient db;
    private final Union union;
    private final OffsetDateTime now;
    private final TransactionTemplate transaction;
    private final Union.Unit east;
    private final Actor cadre;

    WeeklyDigestTests(
            WeeklyDigest digest,
            MatterDesk desk,
            JdbcClient db,
            Union union,
            Clock clock,
            TransactionTemplate transaction) {
        this.digest = digest;
        this.desk = desk;
        this.db = db;
        this.union = union;
        this.transaction = transaction;
        now = OffsetDateTime.now(clock);
        east = union.district(union.city(), "周");
        cadre = union.cadre(east);
    }

    @Test
    void isToldOnMondaysFromNine() {
        assertThat(WeeklyDigest.isTime(OffsetDateTime.parse("2026-11-30T08:59:00+08:00")))
                .isFalse();
        assertThat(WeeklyDigest.isTime(OffsetDateTime.parse("2026-11-30T09:00:00+08:00")))
                .isTrue();
        assertThat(WeeklyDigest.isTime(OffsetDateTime.parse("2026-11-30T23:59:00+08:00")))
                .isTrue();
        assertThat(WeeklyDigest.isTime(OffsetDateTime.parse("2026-12-01T10:00:00+08:00")))
                .isFalse();
    }

    @Test
    void countsWhatWaitsSinceBeforeTodayAndWhatIsLate() {
        started(ask(), 20);
        started(ask(), 2);
        ask();
        assertThat(digest.burdens(now))
                .filteredOn(one -> one.personId() == cadre.personId())
                .containsExactly(new WeeklyDigest.Burden(cadre.personId(), 2, 1));
        tell();
        tell();
        assertThat(words())
                .as("once a week")
                .singleElement()
                .satisfies(words -> assertThat(words).contains("\"2\"", "\"1\"").doesNotContain("食堂"));
    }

    @Test
    void whoeverSignedInKnowsAlready() {
        var account = union.account("federation-cadre", east);
        started(ask(), 3);
        var person = db.sql("select person_id from access.account where login = ?")
                .param(account.login())
                .query(Long.class)
                .single();
        db.sql("update access.account set last_sign_in = ? where person_id = ?")
                .params(now.minusDays(6), person)
                .update();
        assertThat(digest.burdens(now))
                .extracting(WeeklyDigest.Burden::personId)
                .doesNotContain(person);
        db.sql("update access.account set last_sign_in = ? where person_id = ?")
                .params(now.minusDays(8), person)
                .update();
        assertThat(digest.burdens(now))
                .extracting(WeeklyDigest.Burden::personId)
                .contains(person);
    }

    private UUID ask() {
        var chair = union.holder("union-chair", union.enterprise(east, "周厂"));
        return desk.submit(
                chair, new MatterDesk.Request("general", east.publicId(), "请协调", "食堂", null, UUID.randomUUID()));
    }

    private void started(UUID matter, int daysAgo) {
        db.sql("""
                        update matter.task t set started_at = :at, due_at = :at + interval '10 days'
                        from matter.matter m where m.id = t.matter_id and m.public_id = :matter
                        """).param("at", now.minusDays(daysAgo)).param("matter", matter).update();
    }

    private void tell() {
        transaction.executeWithoutResult(_ -> digest.tell(now));
    }

    private List<String> words() {
        return db.sql("select words::text from notice.notice where person_id = ? and kind = 'matter.week'")
                .param(cadre.personId())
                .query(String.class)
                .list();
    }
}
