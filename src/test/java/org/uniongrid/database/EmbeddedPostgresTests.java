package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

    @TempDir
    Path directory;

    @Test
    void keepsItsRowsOverARestart() throws Exception {
        try (var postgres = EmbeddedPostgres.start(directory);
                var sql = owner(postgres)) {
            sql.run("create table note (words text)");
            sql.run("insert into note values ('工会')");
        }
        assertThat(Processes.of(directory)).isEmpty();
        try (var postgres = EmbeddedPostgres.start(directory);
                var sql = owner(postgres)) {
            assertThat(sql.text("select words from note")).isEqualTo("工会");
        }
    }

    @Test
    void isDurableAndSpeaksChinese() throws Exception {
        try (var postgres = EmbeddedPostgres.start(Prepared.in(directory));
                var sql = owner(postgres)) {
            assertThat(sql.text("show fsync")).isEqualTo("on");
            assertThat(sql.text("show synchronous_commit")).isEqualTo("on");
            assertThat(sql.text("show data_checksums")).isEqualTo("on");
            assertThat(sql.text("show server_encoding")).isEqualTo("UTF8");
            sql.run("create extension pg_trgm");
            assertThat(sql.text("select show_trgm('工会一张网')::text")).isNotEqualTo("{}");
        }
    }

    @Test
    void secondStartInTheSameProcessIsRefused() throws Exception {
        try (var first = EmbeddedPostgres.start(Prepared.in(directory))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory.resolve("../" + directory.getFileName())))
                    .isInstanceOf(DataInUse.class)
                    .hasMessage(directory + " is in use by another UnionGrid (process "
                            + ProcessHandle.current().pid() + ")");
            assertThat(first.server().postmaster().alive()).isTrue();
        }
    }

    @Test
    void secondStartFromAnotherProcessIsRefused() throws Exception {
        try (var other = Child.start(Prepared.in(directory))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                    .isInstanceOf(DataInUse.class)
                    .hasMessageContaining("(process " + other.process().pid() + ")");
        }
        EmbeddedPostgres.start(directory).close();
    }

    @Test
    void closingTwiceDoesNothing() throws Exception {
        var postgres = EmbeddedPostgres.start(Prepared.in(directory));
        postgres.close();
        postgres.close();
        assertThat(postgres.server().postmaster().alive()).isFalse();
    }

    @Test
    void halfMadeFilesAreMadeAgain() throws Exception {
        Files.createDirectories(directory.resolve("cluster.new/data/base"));
        Files.writeString(directory.resolve("cluster.new/data/PG_VERSION"), "18\n");
        Files.createDirectories(directory.resolve("bin.new/bin"));
        EmbeddedPostgres.start(directory).close();
        assertThat(directory.resolve("cluster.new")).doesNotExist();
        assertThat(directory.resolve("bin.new")).doesNotExist();
    }

    @Test
    void onlyTheOwnerReadsPasswordsAndLog() throws Exception {
        EmbeddedPostgres.start(directory).close();
        var ownerOnly = Set.copyOf(PosixFilePermissions.fromString("rw-------"));
        for (var file : new String[] {"keys/postgres", "keys/owner", "keys/app", "postgres.log"}) {
            assertThat(Files.getPosixFilePermissions(directory.resolve(file))).isEqualTo(ownerOnly);
        }
    }

    @Test
    void noRejectedValueReachesTheLog() throws Exception {
        try (var postgres = EmbeddedPostgres.start(Prepared.in(directory));
                var sql = owner(postgres)) {
            sql.run("create table person (phone text unique)");
            sql.run("insert into person values ('13800000001')");
            for (var bad : new String[] {
                "insert into person values ('13800000001')", "select '13800000001x'::int", "select from 13800000001"
            }) {
                assertThatThrownBy(() -> sql.run(bad)).isInstanceOf(SQLException.class);
            }
        }
        assertThat(directory.resolve("postgres.log")).content().isNotEmpty().doesNotContain("1380000");
    }

    @Test
    void largeLogMakesRoom() throws Exception {
        var log = new ServerLog(directory.resolve("postgres.log"));
        Files.write(log.file(), new byte[(int) ServerLog.LARGEST + 1]);
        log.prepare();
        assertThat(log.size()).isZero();
        assertThat(directory.resolve("postgres.log.1")).exists();
    }

    @Test
    void lostPasswordIsSaidPlainly() throws Exception {
        Files.delete(Prepared.in(directory).resolve("keys/postgres"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                .isInstanceOf(CannotStart.class)
                .hasMessageEndingWith("keys/postgres is missing");
    }

    @Test
    void clusterOfAnotherVersionIsLeftAlone() throws Exception {
        var version = Files.createDirectories(Prepared.withBinaries(directory).resolve("cluster"))
                .resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("was made by PostgreSQL 17");
        assertThat(version).hasContent("17\n");
    }

    @Test
    void machineWithoutBinariesIsToldWhatIsMissing() {
        assertThat(Binaries.archive("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(Binaries.archive("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThatThrownBy(() -> Binaries.unpack(directory, Binaries.archive("Linux", "loongarch64")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("postgres-linux-loongarch64.txz is missing");
    }

    static Sql owner(EmbeddedPostgres postgres) throws SQLException {
        var address = postgres.address();
        return Sql.open(address.ownerUrl(), address.ownerUser(), address.ownerPassword());
    }
}
