package org.uniongrid.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;

/** A server that somebody else runs: checked before use, and given the application's role if it has none. */
record ExternalServer(DatabaseSettings settings, Sql sql) {

    static DatabaseAddress open(DatabaseSettings settings) {
        try (var sql = Logins.open(settings.jdbcUrl(), settings.user(), settings.password())) {
            var server = new ExternalServer(settings, sql);
            server.requireVersion();
            return settings.appUser() == null ? server.ownRole() : server.givenRole(settings.appUser());
        } catch (IOException e) {
            throw new CannotStart(
                    "The password of the application could not be kept: " + e.getMessage(),
                    "Check that " + settings.data() + " may be written.",
                    e);
        } catch (SQLException e) {
            throw Logins.problem(settings.jdbcUrl(), settings.user(), e);
        }
    }

    private void requireVersion() throws SQLException {
        requireVersion(Integer.parseInt(Objects.requireNonNull(sql.text("show server_version_num"))));
    }

    static void requireVersion(int number) {
        if (number < ServerTooOld.OLDEST * 10_000) throw new ServerTooOld(String.valueOf(number / 10_000));
    }

    private DatabaseAddress givenRole(String role) throws SQLException {
        var password = Objects.requireNonNullElse(settings.appPassword(), "");
        try (var app = Logins.open(settings.jdbcUrl(), role, password)) {
            requireHarmless(app, role);
        }
        return address(role, password);
    }

    private DatabaseAddress ownRole() throws SQLException, IOException {
        var role = sql.text("select current_database()") + "_app";
        var secrets = new Secrets(settings.data().resolve("keys"));
        boolean known = secrets.has(role);
        var roles = new Roles(sql);
        if (roles.has(role) && !known)
            throw new NotPermitted(
                    "The role " + role + " exists already, and its password is not in " + secrets.directory(),
                    "Name it with UNIONGRID_DATABASE_APP_USER and UNIONGRID_DATABASE_APP_PASSWORD, or copy the file from the machine that made it.",
                    null);
        if (!mayCreateRoles()) throw AppRoleSql.ask(role, database());
        var password = secrets.get(role);
        if (!known || !works(role, password)) roles.put(role, password);
        try (var app = Logins.open(settings.jdbcUrl(), role, password)) {
            requireHarmless(app, role);
        }
        return address(role, password);
    }

    private boolean works(String role, String password) {
        try (var app = Sql.open(settings.jdbcUrl(), role, password)) {
            return app.exists("select 1");
        } catch (SQLException refused) {
            return false;
        }
    }

    private boolean mayCreateRoles() throws SQLException {
        return sql.exists("select 1 from pg_roles where rolname = current_user and (rolcreaterole or rolsuper)");
    }

    private String database() throws SQLException {
        return Objects.requireNonNull(sql.text("select current_database()"));
    }

    private static void requireHarmless(Sql app, String role) throws SQLException {
        if (app.exists(
                "select 1 from pg_roles where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)")) {
            throw new NotPermitted(
                    "The role " + role + " may do more than the application should",
                    "ALTER ROLE " + Sql.name(role) + " " + Roles.PLAIN + ";",
                    null);
        }
    }

    private DatabaseAddress address(String role, String password) {
        return new DatabaseAddress(settings.jdbcUrl(), settings.user(), settings.password(), role, password);
    }
}
