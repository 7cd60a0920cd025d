package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uniongrid.database.Unprivileged.Way;

class UnprivilegedTests {

    private static final Way BROKEN = new Way(List.of("false"), false);
    private static final Way ABSENT = new Way(List.of("uniongrid-no-such-program"), false);
    private static final Way STILL_ROOT = new Way(List.of("env"), false);

    @TempDir
    Path directory;

    @BeforeEach
    void onlyRootHasToStepDown() throws IOException {
        assumeThat(Processes.root()).isTrue();
    }

    @Test
    void takesTheFirstWayThatWorks() throws Exception {
        var setpriv = Unprivileged.WAYS.get(1);
        var found = Unprivileged.find(List.of(ABSENT, BROKEN, STILL_ROOT, setpriv));
        assertThat(found.prefix()).startsWith("setpriv");
        assertThat(found.uid()).isPositive();
    }

    @Test
    void saysPlainlyWhenNoWayWorks() {
        assertThatThrownBy(() -> Unprivileged.find(List.of(ABSENT, BROKEN)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("does not run as root");
    }

    @Test
    void worksWithoutUserNamespacesAndBackAgain() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Prepared.in(directory);
        for (var way : Unprivileged.WAYS.reversed()) {
            var user = Unprivileged.find(List.of(way));
            try (var postgres = EmbeddedPostgres.start(directory, user, Server::freePort)) {
                var process =
                        Path.of("/proc", "" + postgres.server().postmaster().pid());
                assertThat(Files.getAttribute(process, "unix:uid")).isEqualTo(user.uid());
            }
        }
        assertThat(Processes.of(directory)).isEmpty();
    }

    @Test
    void createsAsAnotherUser() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var setpriv = Unprivileged.find(List.of(Unprivileged.WAYS.get(1)));
        EmbeddedPostgres.start(directory, setpriv, Server::freePort).close();
        assertThat(Files.getAttribute(directory.resolve("cluster/PG_VERSION"), "unix:uid"))
                .isEqualTo(setpriv.uid());
    }

    @Test
    void saysWhichDirectoryAboveIsClosed() throws Exception {
        var closed = Files.createDirectory(
                directory.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var setpriv = Unprivileged.find(List.of(Unprivileged.WAYS.get(1)));
        assertThatThrownBy(() -> EmbeddedPostgres.start(closed.resolve("data/postgres"), setpriv, Server::freePort))
                .isInstanceOf(CannotStart.class)
                .hasMessageEndingWith("cannot enter " + closed);
    }
}
