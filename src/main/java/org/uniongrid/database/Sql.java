package org.uniongrid.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A short conversation with a server, before there is a pool. */
record Sql(Connection connection) implements AutoCloseable {

    static Sql open(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("connectTimeout", "10");
        properties.put("loginTimeout", "20");
        properties.put("socketTimeout", "60");
        properties.put("ApplicationName", "UnionGrid start");
        return new Sql(DriverManager.getConnection(url, properties));
    }

    void run(String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    /** The first column of the first row, if there is one. */
    @Nullable
    String text(String query, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    boolean exists(String query, String... values) throws SQLException {
        return text(query, values) != null;
    }

    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
