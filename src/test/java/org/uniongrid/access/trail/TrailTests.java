package org.uniongrid.access.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;

/** What the trail keeps, and what the application may not do with it. */
@ModuleTest
class TrailTests {

    private final AuditTrail trail;
    private final Sealer sealer;
    private final Verifier verifier;
    private final Union union;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    TrailTests(
            AuditTrail trail,
            Sealer sealer,
            Verifier verifier,
            Union union,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.trail = trail;
        this.sealer = sealer;
        this.verifier = verifier;
        this.union = union;
        this.db = db;
        this.transaction = transaction;
    }

    @Test
    void keepsWhoInWhichPostDidWhatToWhichRecord() {
        var city = union.city();
        var cadre = union.cadre(city);
        var id = UUID.randomUUID();
        trail.add(
                cadre,
                Deed.of("access.account.unlock", "access.account", id, "zhang.san")
                        .about(cadre.personId())
                        .because("asked by telephone 13800138000")
                        .with("note", "11010519491231002X", null));
        var entry = entry(id);
        assertThat(entry.actorName()).isEqualTo(cadre.name());
        assertThat(entry.post()).isEqualTo("干事");
        assertThat(entry.unit()).isEqualTo(city.name());
        assertThat(entry.personId()).isEqualTo(cadre.personId());
        assertThat(entry.done()).isTrue();
        assertThat(entry.reason()).isEqualTo("asked by telephone 138******00");
        assertThat(entry.changes()).contains("110*************2X").doesNotContain("19491231");
    }

    @Test
    void neitherStandsWithoutTheOther() {
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            trail.add(Union.administrator(), Deed.of("access.account.unlock", "access.account", id, "x"));
            status.setRollbackOnly();
        });
        assertThat(count(id)).isZero();
    }

    @Test
    void whatWasRefusedStaysThoughItsTransactionIsRolledBack() {
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            trail.refused(Union.administrator(), Deed.of("access.account.unlock", "access.account", id, "x"));
            status.setRollbackOnly();
        });
        assertThat(entry(id).done()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access.audit_entry set label = 'x'",
                "delete from access.audit_entry",
                "truncate access.audit_entry",
                "update access.audit_seal set sealed = 'x'",
                "delete from access.audit_seal",
                "truncate access.audit_seal",
                "update access.audit_check set findings = '[]'",
                "delete from access.audit_check",
                "update access.audit_pending set entry_id = 1",
                "truncate access.audit_pending",
                "alter table access.audit_entry disable trigger all",
                "insert into access.audit_entry (id, at, actor_name, action, done, subject, label, changes)"
                        + " overriding system value values (1, now(), 'x', 'a.b', true, 'a.b', 'x', '[]')",
                "insert into access.audit_entry (xid, at, actor_name, action, done, subject, label, changes)"
                        + " values ('1', now(), 'x', 'a.b', true, 'a.b', 'x', '[]')",
                "insert into access.audit_seal (number, sealed, signature, entries, written_at)"
                        + " values (999999, 'x', '', '{}', '2000-01-01')"
            })
    void theApplicationMayOnlyAdd(String sql) {
        assertThatThrownBy(() -> db.sql(sql).update())
                .hasStackTraceContaining(sql.startsWith("alter") ? "must be owner" : "permission denied");
    }

    @Test
    void theApplicationCannotDropWhatIsYoung() {
        add(1);
        sealer.seal();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThatThrownBy(() -> db.sql("select access.drop_audit_entries(1)")
                            .query()
                            .listOfRows())
                    .hasStackTraceContaining("no seal says");
        });
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var number = db.sql("select max(number) from access.audit_seal where leaves is not null")
                    .query(Long.class)
                    .single();
            db.sql(
                            "insert into access.audit_seal (number, sealed, signature, entries, dropped_to) values (?, 'x', '', '{}', ?)")
                    .params(number + 1000, number)
                    .update();
            assertThatThrownBy(() -> db.sql("select access.drop_audit_entries(?)")
                            .param(number)
                            .query()
                            .listOfRows())
                    .hasStackTraceContaining("six months");
        });
    }

    @Test
    void aTransactionThatCommitsLateComesWithTheNextSeal() throws Exception {
        var written = new CountDownLatch(1);
        var sealed = new CountDownLatch(1);
        var late = UUID.randomUUID();
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = other.submit(() -> {
                transaction.executeWithoutResult(_ -> {
                    trail.add(Union.administrator(), Deed.of("access.account.unlock", "access.account", late, "late"));
                    written.countDown();
                    await(sealed);
                });
                return true;
            });
            try {
                written.await();
                add(3);
                sealer.seal();
                assertThat(check().findings()).isEmpty();
            } finally {
                sealed.countDown();
            }
            slow.get();
        }
        add(2);
        sealer.seal();
        assertThat(check().findings()).isEmpty();
        assertThat(db.sql("select count(*) from access.audit_seal where entries @> ?::bigint")
                        .param(entry(late).id())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void manyWhoWriteAndSealAtOnceRaiseNoFalseAlarm() throws Exception {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) all.submit(() -> add(50));
            for (int i = 0; i < 3; i++)
                all.submit(() -> {
                    for (int n = 0; n < 10; n++) sealer.seal();
                });
        }
        sealer.seal();
        assertThat(check().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "0", "-1", "", "3 years", "forever"})
    void isKeptForSixMonthsAtLeast(String keep) {
        assertThatThrownBy(() -> Retention.months(keep)).isInstanceOf(KeptTooShort.class);
        assertThat(Retention.months("6")).isEqualTo(6);
    }

    /** Prints figures; the goal of 1,000 a second is for a machine of its own. */
    @Test
    @Tag("long")
    void addingIsFastAndCheckingIsFlat() throws IOException {
        var begun = System.nanoTime();
        int many = 20_000;
        add(many);
        var added = Duration.ofNanos(System.nanoTime() - begun);
        begun = System.nanoTime();
        sealer.seal();
        var sealedIn = Duration.ofNanos(System.nanoTime() - begun);
        begun = System.nanoTime();
        assertThat(check().findings()).isEmpty();
        System.out.printf(
                "%d entries: %d a second on one connection, sealed in %d ms, the trail checked in %d ms%n",
                many,
                many * 1_000L / added.toMillis(),
                sealedIn.toMillis(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        assertThat(added).isLessThan(Duration.ofSeconds(60));
    }

    private void add(int count) {
        for (int i = 0; i < count; i++)
            trail.add(
                    Union.administrator(),
                    Deed.of("access.account.unlock", "access.account", UUID.randomUUID(), "test " + i)
                            .with("locked-until", "2026-11-21 12:00", null));
    }

    private Verdict check() throws IOException {
        return verifier.check(null, _ -> {});
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(UUID id) {
        return entries(id).size();
    }

    private Entry entry(UUID id) {
        return entries(id).getFirst();
    }

    private List<Entry> entries(UUID id) {
        return db.sql("select " + Entry.COLUMNS + " from access.audit_entry e where e.subject_id = ?")
                .param(id)
                .query(Entry::read)
                .list();
    }
}
