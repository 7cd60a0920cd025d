package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopTests {

    @TempDir
    Path data;

    /** Ctrl-C goes to the whole group of processes, SIGTERM to one. */
    @ParameterizedTest
    @CsvSource({"INT, -", "TERM, ''"})
    void applicationFinishesFirstThenTheDatabase(String signal, String group) throws Exception {
        var base = Prepared.in(data.resolve("postgres"));
        var process = new ProcessBuilder(
                        "setsid",
                        "env",
                        "--default-signal=INT",
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApplicationOwner.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        try {
            var output = process.inputReader();
            for (var line = output.readLine(); !"running".equals(line); line = output.readLine()) {
                assertThat(line).as("it ended before it ran").isNotNull();
            }
            var kill = Shell.run(
                    Duration.ofSeconds(5), List.of("sh", "-c", "kill -" + signal + " " + group + process.pid()));
            assertThat(kill.ok()).as(kill.output()).isTrue();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("it stops").isTrue();
            var rest = output.lines().toList();
            assertThat(rest).anyMatch(line -> line.endsWith("the last question was answered"));
            assertThat(Processes.of(base)).isEmpty();
            assertThat(Files.readString(base.resolve("postgres.log")))
                    .contains("received fast shutdown request")
                    .containsOnlyOnce("database system is shut down");
        } finally {
            process.toHandle().destroyForcibly();
            Processes.kill(Processes.of(base));
        }
    }
}
