package org.uniongrid.database;

import java.nio.file.Path;

/** What to tell the person who runs the server when the application's role is not as it should be. */
final class AppRole {

    private static final String NAME_IT =
            "set UNIONGRID_DATABASE_APP_USER and UNIONGRID_DATABASE_APP_PASSWORD to that role and password.";

    private AppRole() {}

    static NotPermitted toBeMade(String role, String database) {
        return new NotPermitted(
                "The database user may not create the role that the application works with",
                "Let the DBA run: CREATE ROLE " + Sql.name(role) + " " + Roles.PLAIN
                        + " PASSWORD '...'; GRANT CONNECT ON DATABASE " + Sql.name(database) + " TO " + Sql.name(role)
                        + "; then " + NAME_IT,
                null);
    }

    static NotPermitted unknownPassword(String role, Path keys) {
        return new NotPermitted(
                "The role " + role + " exists already, but its password is not in " + keys,
                "Copy the file " + role + " from the machine that made the role, or " + NAME_IT,
                null);
    }

    static NotPermitted tooStrong(String role) {
        return new NotPermitted(
                "The role " + role + " may do more than the application should",
                "Let the DBA run: ALTER ROLE " + Sql.name(role) + " " + Roles.PLAIN + ";",
                null);
    }

    static NotPermitted actsAsOwner(String role, String owner) {
        return new NotPermitted(
                "The application's role " + role + " can act as the owner " + owner,
                "Give the application a role of its own that is no member of " + owner + ".",
                null);
    }
}
