package org.uniongrid.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTests {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private final Circuit circuit = new Circuit();

    @Test
    void shutsOnTheFifthFailureInARow() {
        fail(Circuit.PATIENCE - 1);
        assertThat(circuit.isShut(NOW)).isFalse();
        fail(1);
        assertThat(circuit.isShut(NOW)).isTrue();
        assertThat(circuit.isShut(NOW.plusSeconds(30))).isFalse();
    }

    @Test
    void aSuccessForgetsTheFailures() {
        fail(Circuit.PATIENCE - 1);
        circuit.worked();
        fail(1);
        assertThat(circuit.isShut(NOW)).isFalse();
    }

    @Test
    void staysShutLongerEachTimeButNeverForLong() {
        fail(Circuit.PATIENCE + 1);
        assertThat(circuit.isShut(NOW.plusSeconds(59))).isTrue();
        fail(50);
        assertThat(circuit.isShut(NOW.plus(Duration.ofMinutes(10)).minusMillis(1)))
                .isTrue();
        assertThat(circuit.isShut(NOW.plus(Duration.ofMinutes(10)))).isFalse();
    }

    private void fail(int times) {
        for (var i = 0; i < times; i++) circuit.failed(NOW);
    }
}
