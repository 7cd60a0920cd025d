package org.uniongrid.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.uniongrid.UnionGrid;

/** The house running on a data folder, with its own PostgreSQL, until it is closed. */
record House(ConfigurableApplicationContext context) implements AutoCloseable {

    static House on(Path data) {
        var application = new SpringApplication(UnionGrid.class);
        return new House(application.run(
                "--empty",
                "--uniongrid.data=" + data,
                "--server.port=0",
                "--uniongrid.sign-ins-per-minute=100000",
                "--logging.level.root=WARN",
                "--spring.main.banner-mode=off"));
    }

    int port() {
        return Integer.parseInt(said("local.server.port"));
    }

    /** As who owns the tables. */
    Connection owner() throws SQLException {
        return DriverManager.getConnection(
                said("spring.flyway.url"), said("spring.flyway.user"), said("spring.flyway.password"));
    }

    private String said(String property) {
        return context.getEnvironment().getRequiredProperty(property);
    }

    @Override
    public void close() {
        context.close();
    }
}
