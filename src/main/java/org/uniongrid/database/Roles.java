package org.uniongrid.database;

import java.sql.SQLException;

/** Makes the two roles: the owner that migrates, and the application that does not own and cannot bypass. */
record Roles(Sql sql) {

    /** Login and nothing else. */
    static final String PLAIN = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION";

    boolean has(String role) throws SQLException {
        return sql.exists("select 1 from pg_roles where rolname = ?", role);
    }

    /** Creates the role or brings it back into shape; safe to repeat. */
    void put(String role, String password) throws SQLException {
        var verb = has(role) ? "ALTER" : "CREATE";
        sql.run(verb + " ROLE " + Sql.name(role) + " " + PLAIN + " PASSWORD '" + ScramVerifier.of(password) + "'");
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
