package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.people.Vault;

/** Limits hold exactly, and across processes: each instance here knows nothing of the other but the database. */
@ModuleTest
class RateLimitsTests {

    private final Moved clock = new Moved(Instant.parse("2026-05-01T00:00:00Z"));
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final RateLimits one;
    private final RateLimits other;
    private final String key = UUID.randomUUID().toString();

    RateLimitsTests(JdbcClient db, Vault vault, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
        this.one = new RateLimits(db, vault, clock);
        this.other = new RateLimits(db, vault, clock);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60})
    void exactlySoManyAreAllowedAtOnce(int burst) {
        var limit = new Limit("test", burst, Duration.ofMinutes(1));
        assertThat(IntStream.range(0, burst + 5)
                        .filter(i -> take(one, limit, key))
                        .count())
                .isEqualTo(burst);
    }

    @Test
    void theyComeBackEvenly() {
        var limit = new Limit("test", 6, Duration.ofMinutes(1));
        for (int i = 0; i < 6; i++) take(one, limit, key);
        clock.by(Duration.ofMillis(9_999));
        assertThat(take(one, limit, key)).isFalse();
        clock.by(Duration.ofMillis(1));
        assertThat(take(one, limit, key)).isTrue();
        assertThat(take(one, limit, key)).isFalse();
        clock.by(Duration.ofHours(1));
        assertThat(IntStream.range(0, 9).filter(i -> take(one, limit, key)).count())
                .as("no more than a full bucket")
                .isEqualTo(6);
    }

    @Test
    void twoProcessesThatRaceAllowNoMore() throws Exception {
        var limit = new Limit("test", 10, Duration.ofHours(1));
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 40)
                    .<Future<Boolean>>mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return take(i % 2 == 0 ? one : other, limit, key);
                    }))
                    .toList();
            start.countDown();
            int allowed = 0;
            for (var answer : asked) if (answer.get()) allowed++;
            assertThat(allowed).isEqualTo(10);
        }
    }

    @Test
    void anotherKeyAndAnotherLimitAreNotTouched() {
        var limit = new Limit("test", 1, Duration.ofMinutes(1));
        assertThat(take(one, limit, key)).isTrue();
        assertThat(take(one, limit, key + "x")).isTrue();
        assertThat(take(one, new Limit("other", 1, Duration.ofMinutes(1)), key)).isTrue();
        assertThat(take(one, limit, key)).isFalse();
    }

    @Test
    void keysAreNotKept() {
        take(one, new Limit("test", 1, Duration.ofMinutes(1)), "198.51.100.77");
        assertThat(db.sql("select count(*) from access.rate_limit where position(:key in key_hash) > 0")
                        .param("key", "198.51.100.77".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private boolean take(RateLimits limits, Limit limit, String whose) {
        return Boolean.TRUE.equals(transaction.execute(status -> limits.take(limit, whose)));
    }
}
