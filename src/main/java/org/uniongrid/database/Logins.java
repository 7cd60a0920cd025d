package org.uniongrid.database;

import java.sql.SQLException;

/** Logs in at a server and says plainly why it did not work. */
final class Logins {

    private Logins() {}

    static Sql open(String url, String user, String password) {
        try {
            return Sql.open(url, user, password);
        } catch (SQLException e) {
            throw problem(url, user, e);
        }
    }

    static DatabaseProblem problem(String url, String user, SQLException e) {
        var place = url.replaceFirst("\\?.*", "");
        var state = String.valueOf(e.getSQLState());
        if (state.startsWith("08")) {
            return new ServerUnreachable(
                    "No PostgreSQL answers at " + place + ": " + e.getMessage(),
                    "Check UNIONGRID_DATABASE_URL, that the server runs, and the firewall between.",
                    e);
        }
        return new NotPermitted(place + " refuses " + user + ": " + e.getMessage(), remedy(state), e);
    }

    private static String remedy(String state) {
        if (state.startsWith("28")) return "Check the user and the password, and pg_hba.conf on the server.";
        if (state.equals("3D000")) return "Let the DBA create the database, owned by the user that is given.";
        return "Show this message to the DBA.";
    }
}
