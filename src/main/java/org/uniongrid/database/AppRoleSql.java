package org.uniongrid.database;

/** The words for a DBA who must make the application's role by hand. */
final class AppRoleSql {

    private AppRoleSql() {}

    static NotPermitted ask(String role, String database) {
        return new NotPermitted(
                "The database user may not create the role of the application",
                "Let the DBA run: CREATE ROLE " + Sql.name(role) + " " + Roles.PLAIN
                        + " PASSWORD '...'; GRANT CONNECT ON DATABASE " + Sql.name(database) + " TO " + Sql.name(role)
                        + "; then set UNIONGRID_DATABASE_APP_USER=" + role
                        + " and UNIONGRID_DATABASE_APP_PASSWORD.",
                null);
    }
}
