package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTests {

    @TempDir
    static Path directory;

    static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start(Prepared.in(directory));
        try (var sql = EmbeddedPostgresTests.owner(postgres)) {
            sql.run("create table secret (word text)");
            sql.run("create table open_book (word text)");
            sql.run("grant insert on open_book to uniongrid_app");
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from secret",
                "select * from open_book",
                "delete from open_book",
                "drop table secret",
                "create table mine (word text)",
                "create schema mine",
                "create role friend",
                "create database other",
                "alter role uniongrid_app bypassrls",
                "set role uniongrid_owner",
                "set session_replication_role = replica",
                "alter system set fsync = off",
                "select * from pg_authid",
                "select pg_read_file('PG_VERSION')",
                "copy (select 1) to program 'true'"
            })
    void applicationMayNot(String statement) throws Exception {
        try (var sql = app()) {
            assertThatThrownBy(() -> sql.run(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void applicationMayDoWhatItIsGranted() throws Exception {
        try (var sql = app()) {
            sql.run("insert into open_book values ('word')");
        }
    }

    @Test
    void ownerMakesSchemasAndTrustedExtensionsButNoRoles() throws Exception {
        try (var sql = EmbeddedPostgresTests.owner(postgres)) {
            sql.run("create schema organisation");
            for (var extension : new String[] {"btree_gist", "pg_trgm", "ltree"}) {
                sql.run("create extension " + extension);
            }
            assertThatThrownBy(() -> sql.run("create role friend")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> sql.run("alter role uniongrid_app superuser"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void serverKeepsAVerifierAndNoPassword() throws Exception {
        try (var sql = postgres.superuser("postgres")) {
            assertThat(sql.text("select rolpassword from pg_authid where rolname = ?", EmbeddedPostgres.APP))
                    .startsWith("SCRAM-SHA-256$4096:")
                    .doesNotContain(postgres.address().appPassword());
        }
    }

    @Test
    void sessionsAreNamedAndTimed() throws Exception {
        assertThat(postgres.address().appUrl()).contains("socketTimeout=60", "tcpKeepAlive=true");
        assertThat(postgres.address().ownerUrl()).contains("socketTimeout=1800");
        assertThat(postgres.address().toString())
                .doesNotContain(postgres.address().ownerPassword());
        try (var connection = DriverManager.getConnection(
                        postgres.address().appUrl(),
                        EmbeddedPostgres.APP,
                        postgres.address().appPassword());
                var sql = new Sql(connection)) {
            assertThat(sql.text("show application_name")).isEqualTo("UnionGrid");
        }
    }

    private static Sql app() throws SQLException {
        return Sql.open(
                postgres.address().appUrl(),
                EmbeddedPostgres.APP,
                postgres.address().appPassword());
    }
}
