package org.uniongrid.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;

/** A server that somebody else runs: checked before use, and given the application's role if it has none. */
record ExternalServer(DatabaseSettings settings, Sql sql) {

    static DatabaseAddress open(DatabaseSettings settings) {
        try (var sql = Logins.open(settings.jdbcUrl(), settings.user(), settings.password())) {
            requireVersion(Integer.parseInt(Objects.requireNonNull(sql.text("show server_version_num"))));
            var server = new ExternalServer(settings, sql);
            return settings.appUser() == null
                    ? server.ownRole()
                    : server.checked(settings.appUser(), Objects.requireNonNullElse(settings.appPassword(), ""));
        } catch (IOException e) {
            throw new CannotStart(
                    "The password of the application's role could not be kept: " + e,
                    "Check that " + settings.data() + " may be written.",
                    e);
        } catch (SQLException e) {
            throw Logins.problem(settings.jdbcUrl(), settings.user(), e);
        }
    }

    static void requireVersion(int number) {
        if (number < ServerTooOld.OLDEST * 10_000) throw new ServerTooOld(String.valueOf(number / 10_000));
    }

    private DatabaseAddress ownRole() throws SQLException, IOException {
        var database = Objects.requireNonNull(sql.text("select current_database()"));
        var role = database + "_app";
        var secrets = new Secrets(settings.data().resolve("keys"));
        if (!secrets.has(role) || !works(role, secrets.get(role))) provide(role, database, secrets);
        return checked(role, secrets.get(role));
    }

    private void provide(String role, String database, Secrets secrets) throws SQLException, IOException {
        var roles = new Roles(sql);
        boolean there = roles.has(role);
        // another node may work with it: never change a password that we did not make
        if (there && !secrets.has(role)) throw AppRole.unknownPassword(role, secrets.directory());
        if (!sql.exists("select 1 from pg_roles where rolname = current_user and (rolcreaterole or rolsuper)")) {
            throw AppRole.toBeMade(role, database);
        }
        if (there) roles.changePassword(role, secrets.get(role));
        else roles.create(role, secrets.get(role));
        if (!sql.exists("select 1 where has_database_privilege(?, current_database(), 'CONNECT')", role)) {
            sql.run("GRANT CONNECT ON DATABASE " + Sql.name(database) + " TO " + Sql.name(role));
        }
    }

    private boolean works(String role, String password) {
        try (var app = Sql.open(settings.jdbcUrl(), role, password)) {
            return app.exists("select 1");
        } catch (SQLException refused) {
            return false;
        }
    }

    /** The application must not be able to undo what the owner has laid down. */
    private DatabaseAddress checked(String role, String password) throws SQLException {
        try (var app = Logins.open(settings.jdbcUrl(), role, password)) {
            if (app.exists("""
                    select 1 from pg_roles where rolname = current_user
                    and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)""")) {
                throw AppRole.tooStrong(role);
            }
            if (app.exists("select 1 where pg_has_role(current_user, ?, 'MEMBER')", owner())) {
                throw AppRole.actsAsOwner(role, owner());
            }
        }
        return new DatabaseAddress(settings.jdbcUrl(), settings.user(), settings.password(), role, password);
    }

    private String owner() throws SQLException {
        return Objects.requireNonNull(sql.text("select current_user"));
    }
}
