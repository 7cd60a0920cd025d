package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;

/** A login shuts and opens again, by a clock that the test moves. */
@ModuleTest
class LockOutTests {

    private final Moved clock = new Moved();
    private final LockOut lockOut;
    private final String login = "login-" + UUID.randomUUID();

    LockOutTests(JdbcClient db) {
        lockOut = new LockOut(db, clock);
    }

    private static final class Moved extends Clock {

        private Instant now = Instant.parse("2026-05-01T00:00:00Z");

        void by(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void fourFailuresAreForgiven() {
        fail(4);
        assertThat(lockOut.isShut(login)).isFalse();
    }

    @Test
    void theFifthShutsForAQuarterOfAnHour() {
        fail(5);
        assertThat(lockOut.isShut(login)).isTrue();
        clock.by(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(lockOut.isShut(login)).isTrue();
        clock.by(Duration.ofSeconds(1));
        assertThat(lockOut.isShut(login)).isFalse();
    }

    @Test
    void afterALockOneMayTryFiveTimesAgain() {
        fail(5);
        clock.by(LockOut.SHUT);
        fail(4);
        assertThat(lockOut.isShut(login)).isFalse();
        fail(1);
        assertThat(lockOut.isShut(login)).isTrue();
    }

    @Test
    void failuresAreForgottenAfterADay() {
        fail(4);
        clock.by(Duration.ofHours(25));
        fail(1);
        assertThat(lockOut.isShut(login)).isFalse();
    }

    @Test
    void failuresAddUpWithinADay() {
        fail(4);
        clock.by(Duration.ofHours(23));
        fail(1);
        assertThat(lockOut.isShut(login)).isTrue();
    }

    @Test
    void anotherLoginStaysOpen() {
        fail(5);
        assertThat(lockOut.isShut(login + "x")).isFalse();
    }

    @Test
    void openingForgetsAllFailures() {
        fail(5);
        lockOut.open(login);
        assertThat(lockOut.isShut(login)).isFalse();
        fail(4);
        assertThat(lockOut.isShut(login)).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) lockOut.mayTry(login);
    }
}
