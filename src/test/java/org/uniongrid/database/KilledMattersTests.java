package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application is killed while people act on matters and SMS go out: each matter stands in one state with all of its
 * timeline, what was acknowledged is there, and no SMS goes out twice.
 */
class KilledMattersTests {

    private static final int KILLS = 50;

    @TempDir
    Path data;

    private final Random random = new Random(50);
    private final List<String> acknowledged = new ArrayList<>();
    private final Map<String, String> deliveries = new HashMap<>();

    @AfterEach
    void leaveNothingBehind() throws IOException {
        if (Files.exists(data.resolve("postgres"))) Processes.kill(Processes.of(data.resolve("postgres")));
    }

    @Test
    @Tag("long")
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void fiftyKillsLoseAndDoubleNothing() throws Exception {
        Prepared.in(data.resolve("postgres"));
        try (var provider = new Provider(25)) {
            for (int round = 0; round < KILLS; round++) killed(provider, round);
            calm(provider);
            var reached = provider.reached();
            assertThat(reached).as("SMS that reached the provider").doesNotHaveDuplicates();
            assertThat(reached).allMatch(deliveries::containsKey);
            assertThat(deliveries.values()).as("what became of each").containsOnly("SENT", "IN_DOUBT");
            deliveries.forEach((id, state) -> {
                if (state.equals("SENT")) assertThat(reached).contains(id);
            });
            assertThat(deliveries.values()).as("kills in the middle of sending").contains("IN_DOUBT");
            System.out.printf(
                    "%d kills, %,d actions acknowledged, %,d SMS, of them in doubt %d%n",
                    KILLS,
                    acknowledged.size(),
                    deliveries.size(),
                    deliveries.values().stream().filter("IN_DOUBT"::equals).count());
        }
    }

    private void killed(Provider provider, int round) throws IOException, InterruptedException {
        var most = 1 + random.nextInt(150);
        var process = start(provider, round, "act");
        var said = new ArrayList<String>();
        try (var output = process.inputReader()) {
            var done = 0;
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.startsWith("done ") && ++done == most) {
                    Thread.sleep(random.nextInt(30));
                    process.toHandle().destroyForcibly();
                }
                if (line.startsWith("done ")) acknowledged.add(line.substring(5));
            }
            assertThat(done).as(String.join("\n", said)).isGreaterThanOrEqualTo(most);
        } finally {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    /** One last time it is left alone until nothing waits, and then says how all stands. */
    private void calm(Provider provider) throws IOException, InterruptedException {
        Files.write(data.resolve("acknowledged"), acknowledged);
        var process = start(provider, KILLS, "look");
        var said = new ArrayList<String>();
        try (var output = process.inputReader()) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.startsWith("sms ")) deliveries.put(line.split(" ")[1], line.split(" ")[2]);
            }
        }
        assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
        assertThat(said).contains("looked").noneMatch(line -> line.startsWith("wrong "));
    }

    private Process start(Provider provider, int round, String what) throws IOException {
        return AppProcess.start(
                "org.uniongrid.matter.MatterChild", data.toString(), String.valueOf(round), what, provider.url());
    }
}
