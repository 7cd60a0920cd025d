package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;

/** A login shuts and opens again, by a clock that the test moves. */
@ModuleTest
class LockOutTests {

    private final Moved clock = new Moved(Instant.parse("2026-05-01T00:00:00Z"));
    private final LockOut lockOut;
    private final String login = "login-" + UUID.randomUUID();

    LockOutTests(JdbcClient db) {
        lockOut = new LockOut(db, clock);
    }

    @Test
    void fiveTriesAreAllowedAndNoSixth() {
        assertThat(tries(5)).isEqualTo(5);
        assertThat(lockOut.mayTry(login)).isFalse();
    }

    @Test
    void theLockEndsAfterAQuarterOfAnHour() {
        tries(5);
        clock.by(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(lockOut.mayTry(login)).isFalse();
        clock.by(Duration.ofSeconds(1));
        assertThat(lockOut.mayTry(login)).isTrue();
    }

    @Test
    void afterALockOneMayTryFiveTimesAgain() {
        tries(5);
        clock.by(LockOut.SHUT);
        assertThat(tries(6)).isEqualTo(5);
    }

    @Test
    void triesAreForgottenAfterADay() {
        tries(4);
        clock.by(Duration.ofHours(25));
        assertThat(tries(6)).isEqualTo(5);
    }

    @Test
    void triesAddUpWithinADay() {
        tries(4);
        clock.by(Duration.ofHours(23));
        assertThat(tries(6)).isEqualTo(1);
    }

    @Test
    void anotherLoginStaysOpen() {
        tries(6);
        assertThat(lockOut.mayTry(login + "x")).isTrue();
    }

    @Test
    void openingForgetsAllTries() {
        tries(6);
        lockOut.open(login);
        assertThat(tries(6)).isEqualTo(5);
    }

    @Test
    void aTryGivenBackIsAsIfItHadNotBeen() {
        tries(3);
        assertThat(lockOut.mayTry(login)).isTrue();
        lockOut.giveBack(login);
        assertThat(tries(6)).isEqualTo(2);
    }

    @Test
    void theOnlyTryGivenBackLeavesNothing() {
        tries(1);
        lockOut.giveBack(login);
        assertThat(tries(6)).isEqualTo(5);
    }

    /** How many of so many tries are allowed. */
    private int tries(int times) {
        int allowed = 0;
        for (int i = 0; i < times; i++) if (lockOut.mayTry(login)) allowed++;
        return allowed;
    }
}
