package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledServerTests {

    @TempDir
    Path directory;

    @AfterEach
    void leaveNothingBehind() throws IOException {
        Processes.kill(Processes.of(directory));
        if (Files.exists(directory.resolve("data"))) Processes.kill(Processes.of(directory.resolve("data")));
    }

    @Test
    void orphanIsStoppedAndNoAcknowledgedRowIsLost() throws Exception {
        int acknowledged = Child.start(Prepared.in(directory)).killWhileWriting();
        var orphan = postmaster(directory);
        assertThat(Processes.running(orphan)).isTrue();
        try (var postgres = EmbeddedPostgres.start(directory)) {
            assertThat(Processes.running(orphan)).isFalse();
            assertThat(postgres.server().postmaster().pid()).isNotEqualTo(orphan.pid());
            assertAllThere(postgres, acknowledged);
        }
    }

    @Test
    @Tag("long")
    void killOfEveryProcessLosesNoAcknowledgedRow() throws Exception {
        Prepared.in(directory);
        for (int round = 0; round < 3; round++) {
            int acknowledged = Child.start(directory).killWhileWriting();
            Processes.kill(Processes.of(directory));
            try (var postgres = EmbeddedPostgres.start(directory)) {
                assertAllThere(postgres, acknowledged);
            }
        }
    }

    @Test
    @Tag("long")
    void killedMainProcessWhoseChildrenAreStillGoingAway() throws Exception {
        int acknowledged = Child.start(Prepared.in(directory)).killWhileWriting();
        postmaster(directory).destroyForcibly();
        try (var postgres = EmbeddedPostgres.start(directory)) {
            assertAllThere(postgres, acknowledged);
        }
    }

    @Test
    @Tag("long")
    void ordinaryUserStopsHisOrphanToo() throws Exception {
        assumeThat(Processes.root()).isTrue();
        var home = openTo(65534);
        int acknowledged =
                Child.startAsNobody(home.resolve("data"), home.resolve("lib")).killWhileWriting();
        var orphan = postmaster(home.resolve("data"));
        assertThat(Files.getAttribute(Path.of("/proc", "" + orphan.pid()), "unix:uid"))
                .isEqualTo(65534);
        try (var second = Child.startAsNobody(home.resolve("data"), home.resolve("lib"))) {
            assertThat(Processes.running(orphan)).isFalse();
            assertThat(second.rows()).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    @Tag("long")
    void ordinaryUserRecoversAfterAKillOfEveryProcess() throws Exception {
        assumeThat(Processes.root()).isTrue();
        var home = openTo(65534);
        int acknowledged =
                Child.startAsNobody(home.resolve("data"), home.resolve("lib")).killWhileWriting();
        Processes.kill(Processes.of(home.resolve("data")));
        try (var second = Child.startAsNobody(home.resolve("data"), home.resolve("lib"))) {
            assertThat(second.rows()).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    private static void assertAllThere(EmbeddedPostgres postgres, int acknowledged) throws Exception {
        assertThat(acknowledged).isGreaterThanOrEqualTo(100);
        try (var sql = EmbeddedPostgresTests.owner(postgres)) {
            assertThat(sql.text("select count(*) from note where number <= " + acknowledged))
                    .isEqualTo(String.valueOf(acknowledged));
        }
    }

    private static ProcessHandle postmaster(Path base) throws IOException {
        long pid = PidFile.read(base.resolve("cluster")).orElseThrow().pid();
        return ProcessHandle.of(pid).orElseThrow();
    }

    private Path openTo(int uid) throws IOException {
        for (var above = Objects.requireNonNull(directory);
                above != null && !above.equals(Path.of("/tmp"));
                above = above.getParent()) {
            Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setAttribute(Files.createDirectory(directory.resolve("data")), "unix:uid", uid);
        return directory;
    }
}
