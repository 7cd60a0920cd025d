package org.uniongrid.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

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
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("08")) {
            return new ServerUnreachable(
                    "No PostgreSQL answers at " + place + ": " + reason(e),
                    "Check UNIONGRID_DATABASE_URL, that the server runs, and the firewall between.",
                    e);
        }
        if (state.startsWith("28")) {
            return new NotPermitted(
                    place + " does not let " + user + " in: " + reason(e),
                    "Check the user and password, and pg_hba.conf on the server.",
                    e);
        }
        return new NotPermitted(place + " refuses " + user + ": " + reason(e), "Ask the DBA, with this message.", e);
    }

    private static @Nullable String reason(SQLException e) {
        return e.getMessage();
    }
}
