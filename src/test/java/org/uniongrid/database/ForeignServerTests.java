package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignServerTests {

    @TempDir
    Path ours;

    @TempDir
    Path theirs;

    @Test
    void serverOnTheChosenPortIsNotAdopted() throws Exception {
        Prepared.in(ours);
        try (var foreign = EmbeddedPostgres.start(Prepared.in(theirs))) {
            var tries = new AtomicInteger();
            int taken = foreign.server().port();
            try (var own = EmbeddedPostgres.start(
                    ours, Unprivileged.find(), () -> tries.getAndIncrement() == 0 ? taken : Server.freePort())) {
                assertThat(tries).hasValue(2);
                assertThat(own.server().port()).isNotEqualTo(taken);
                try (var sql = own.superuser("postgres")) {
                    assertThat(sql.text("show data_directory")).isEqualTo(ours + "/cluster");
                }
            }
        }
    }

    @Test
    void staleFileThatNamesAForeignServerLeavesItAlone() throws Exception {
        Prepared.in(ours);
        try (var foreign = EmbeddedPostgres.start(Prepared.in(theirs))) {
            var pidFile = Files.readAllLines(theirs.resolve("cluster/postmaster.pid"));
            writeStale(pidFile);
            try (var own = EmbeddedPostgres.start(ours)) {
                assertThat(own.server().port()).isNotEqualTo(foreign.server().port());
                assertThat(foreign.server().postmaster().alive()).isTrue();
            }
        }
    }

    @Test
    void staleFileThatNamesSomeOtherProcessIsNoHindrance() throws Exception {
        Prepared.in(ours);
        var bystander = new ProcessBuilder("cat")
                .directory(ours.resolve("cluster").toFile())
                .start();
        try {
            writeStale(List.of("" + bystander.pid(), ours + "/cluster", "0", "5432", "", "", "", "ready"));
            EmbeddedPostgres.start(ours).close();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroy();
        }
    }

    @Test
    void staleFileThatNamesADeadButUnreapedProcessIsNoHindrance() throws Exception {
        Prepared.in(ours);
        var neglectful = new ProcessBuilder("sh", "-c", "sleep 0.5 & echo $!; exec cat").start();
        try {
            var zombie = neglectful.inputReader().readLine();
            assertThat(Postmaster.until(Duration.ofSeconds(10), () -> zombie(zombie)))
                    .isTrue();
            writeStale(List.of(zombie, ours + "/cluster", "0", "5432", "", "", "", "ready"));
            EmbeddedPostgres.start(ours).close();
        } finally {
            neglectful.destroy();
        }
    }

    @Test
    void lockFileOfADeadProcessIsNoHindrance() throws Exception {
        Files.writeString(Prepared.in(ours).resolve("instance.lock"), "4194304");
        EmbeddedPostgres.start(ours).close();
    }

    private void writeStale(List<String> lines) throws IOException {
        var file = ours.resolve("cluster/postmaster.pid");
        Files.write(file, lines);
        Files.setAttribute(file, "unix:uid", Files.getAttribute(ours.resolve("cluster"), "unix:uid"));
    }

    private static boolean zombie(String pid) {
        try {
            return Files.readString(Path.of("/proc", pid, "stat")).contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }
}
