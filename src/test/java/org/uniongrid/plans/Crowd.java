package org.uniongrid.plans;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationContext;
import org.uniongrid.database.EmbeddedPostgres;
import org.uniongrid.database.Prepared;

/** A database of its own with the rows of a city in it, made by the house's own migrations. */
final class Crowd implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Connection connection;

    Crowd(ApplicationContext house, Path directory) throws Exception {
        server = EmbeddedPostgres.start(Prepared.in(directory));
        var address = server.address();
        var flyway = Flyway.configure()
                .configuration(house.getBean(Flyway.class).getConfiguration())
                .dataSource(address.ownerUrl(), address.ownerUser(), address.ownerPassword())
                .load();
        house.getBean(FlywayMigrationStrategy.class).migrate(flyway);
        connection = DriverManager.getConnection(address.ownerUrl(), address.ownerUser(), address.ownerPassword());
        try (var statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("src/test/resources/crowd.sql")));
            statement.execute("vacuum analyze");
        }
    }

    Connection connection() {
        return connection;
    }

    String text(String sql) throws java.sql.SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws java.sql.SQLException {
        connection.close();
        server.close();
    }
}
