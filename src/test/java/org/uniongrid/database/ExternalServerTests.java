package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a second cluster of our own version; see {@link OldestServerTests} for the oldest that is allowed. */
class ExternalServerTests {

    @TempDir
    static Path directory;

    static EmbeddedPostgres postgres;

    @TempDir
    Path data;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start(Prepared.in(directory));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void freshDatabase() throws Exception {
        try (var sql = postgres.superuser("postgres")) {
            sql.run("drop database if exists city");
            for (var role : new String[] {"city_app", "city", "worker"}) sql.run("drop role if exists " + role);
            sql.run("create role city login createrole password 'pw'");
            sql.run("create database city owner city");
        }
    }

    @Test
    void ownerMakesTheRoleOfTheApplication() throws Exception {
        var address = ExternalServer.open(settings("city", "pw", null, null));
        assertThat(address.appUser()).isEqualTo("city_app");
        try (var app = Sql.open(address.appUrl(), address.appUser(), address.appPassword())) {
            assertThat(app.text("select current_user")).isEqualTo("city_app");
            assertThatThrownBy(() -> app.run("create schema mine")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void secondStartFindsTheRoleAsItIs() throws Exception {
        var first = ExternalServer.open(settings("city", "pw", null, null));
        run("alter role city nocreaterole");
        assertThat(ExternalServer.open(settings("city", "pw", null, null))).isEqualTo(first);
    }

    @Test
    void lostLoginIsMendedWithThePasswordThatIsKept() throws Exception {
        var first = ExternalServer.open(settings("city", "pw", null, null));
        run("alter role city_app password 'changed'");
        assertThat(ExternalServer.open(settings("city", "pw", null, null))).isEqualTo(first);
        run("revoke connect on database city from public");
        run("drop owned by city_app");
        run("drop role city_app");
        assertThat(ExternalServer.open(settings("city", "pw", null, null))).isEqualTo(first);
    }

    @Test
    void roleOfAnotherMachineKeepsItsPassword() throws Exception {
        var first = ExternalServer.open(settings("city", "pw", null, null));
        Files.delete(data.resolve("keys/city_app"));
        assertRefused(settings("city", "pw", null, null), "The role city_app exists already");
        assertThat(data.resolve("keys/city_app")).doesNotExist();
        assertThatCode(() -> Sql.open(first.appUrl(), "city_app", first.appPassword())
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void ownerWithoutTheRightGetsTheExactWordsForTheDba() throws Exception {
        run("alter role city nocreaterole");
        assertThatThrownBy(() -> ExternalServer.open(settings("city", "pw", null, null)))
                .isInstanceOfSatisfying(
                        NotPermitted.class,
                        e -> assertThat(e.remedy())
                                .contains("CREATE ROLE \"city_app\" LOGIN NOSUPERUSER")
                                .contains("UNIONGRID_DATABASE_APP_USER"));
        run("CREATE ROLE \"city_app\" " + Roles.PLAIN + " PASSWORD 'given'");
        assertThat(ExternalServer.open(settings("city", "pw", "city_app", "given"))
                        .appPassword())
                .isEqualTo("given");
    }

    @Test
    void roleThatIsTooStrongIsRefused() throws Exception {
        run("create role worker login bypassrls password 'pw'");
        assertRefused(settings("city", "pw", "worker", "pw"), "worker may do more than the application should");
        run("alter role worker nobypassrls");
        run("grant city to worker");
        assertRefused(settings("city", "pw", "worker", "pw"), "worker can act as the owner city");
        assertRefused(settings("city", "pw", "city", "pw"), "city may do more");
    }

    @Test
    void wrongPasswordAndMissingDatabaseAreSaidPlainly() {
        assertRefused(settings("city", "wrong", null, null), "password authentication failed");
        var url = postgres.address().jdbcUrl().replace("/uniongrid", "/nowhere");
        assertRefused(new DatabaseSettings(data, url, "city", "pw", null, null), "\"nowhere\" does not exist");
    }

    @Test
    void silentAddressIsSaidPlainly() {
        var url = "jdbc:postgresql://127.0.0.1:" + Server.freePort() + "/city";
        assertThatThrownBy(() -> ExternalServer.open(new DatabaseSettings(data, url, "city", "pw", null, null)))
                .isInstanceOf(ServerUnreachable.class)
                .hasMessageStartingWith("No PostgreSQL answers at " + url);
    }

    @Test
    void addressNeedsNotTheFirstWord() {
        assertThat(new DatabaseSettings(data, "postgresql://db/city", "", "", null, null).jdbcUrl())
                .isEqualTo("jdbc:postgresql://db/city");
        assertThatThrownBy(() -> new DatabaseSettings(data, "jdbc:mysql://db/city", "", "", null, null).jdbcUrl())
                .isInstanceOf(ServerUnreachable.class);
    }

    @Test
    void olderThanFifteenIsRefused() {
        assertThatCode(() -> ExternalServer.requireVersion(150000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ExternalServer.requireVersion(140012))
                .isInstanceOf(ServerTooOld.class)
                .hasMessage("The database server is PostgreSQL 14; UnionGrid needs 15 or newer");
    }

    private static void assertRefused(DatabaseSettings settings, String message) {
        assertThatThrownBy(() -> ExternalServer.open(settings))
                .isInstanceOf(NotPermitted.class)
                .hasMessageContaining(message);
    }

    private DatabaseSettings settings(
            String user, String password, @Nullable String appUser, @Nullable String appPassword) {
        var url = postgres.address().jdbcUrl().replace("/uniongrid", "/city");
        return new DatabaseSettings(data, url, user, password, appUser, appPassword);
    }

    private static void run(String statement) throws Exception {
        try (var sql = postgres.superuser("city")) {
            sql.run(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }
}
