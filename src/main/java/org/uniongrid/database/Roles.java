package org.uniongrid.database;

import java.sql.SQLException;

/** Makes the two roles: the owner that migrates, and the application that does not own and cannot bypass. */
record Roles(Sql sql) {

    /** Login and nothing else. */
    static final String PLAIN = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION";

    boolean has(String role) throws SQLException {
        return sql.exists("select 1 from pg_roles where rolname = ?", role);
    }

    /** Creates the role or brings it back into shape, as superuser; safe to repeat. */
    void put(String role, String password) throws SQLException {
        if (has(role)) sql.run("ALTER ROLE " + Sql.name(role) + " " + PLAIN + secret(password));
        else create(role, password);
    }

    void create(String role, String password) throws SQLException {
        sql.run("CREATE ROLE " + Sql.name(role) + " " + PLAIN + secret(password));
    }

    /** All that a user with CREATEROLE may change; naming the other attributes would be refused. */
    void changePassword(String role, String password) throws SQLException {
        sql.run("ALTER ROLE " + Sql.name(role) + secret(password));
    }

    private static String secret(String password) {
        return " PASSWORD '" + ScramVerifier.of(password) + "'";
    }

    /** A database that only its owner and the application may enter. */
    void putDatabase(String database, String owner, String app) throws SQLException {
        if (!sql.exists("select 1 from pg_database where datname = ?", database)) {
            sql.run("CREATE DATABASE " + Sql.name(database) + " OWNER " + Sql.name(owner));
        }
        sql.run("REVOKE ALL ON DATABASE " + Sql.name(database) + " FROM PUBLIC");
        sql.run("GRANT CONNECT, TEMPORARY ON DATABASE " + Sql.name(database) + " TO " + Sql.name(app));
    }
}
