package org.uniongrid.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates module by module, lower floors first: each has its own schema, its own folder under {@code db/migration} and
 * its own history. The order is given, not found out: looking through all classes for it took most of a start.
 */
@Component
class Migrations implements FlywayMigrationStrategy {

    private final List<String> modules;

    Migrations(@Value("${uniongrid.modules}") List<String> modules) {
        this.modules = modules;
    }

    @Override
    public void migrate(Flyway flyway) {
        for (var module : modules)
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_schema_history_" + module)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
    }
}
