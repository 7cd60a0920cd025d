package org.uniongrid.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements that say how long they took, where that is more than a second. */
final class Timed {

    private static final int BRIEF = 60;

    private Timed() {}

    static void run(Connection owner, String sql) throws SQLException {
        var began = System.nanoTime();
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        if (seconds > 1) System.out.printf("%6.1f s  %s%n", seconds, brief(sql));
    }

    private static String brief(String sql) {
        var line = sql.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(BRIEF, line.length()));
    }
}
