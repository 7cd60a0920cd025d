package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseInitializerTests {

    @TempDir
    Path data;

    @BeforeEach
    void prepare() throws IOException {
        Prepared.in(data.resolve("postgres"));
    }

    @Test
    void migratesAsOwnerAndWorksAsApplication() {
        try (var context = run(data)) {
            var jdbc = context.getBean(JdbcClient.class);
            assertThat(jdbc.sql("select current_user").query(String.class).single())
                    .isEqualTo("uniongrid_app");
            assertThat(jdbc.sql("select tableowner from pg_tables where tablename = 'flyway_schema_history'")
                            .query(String.class)
                            .single())
                    .isEqualTo("uniongrid_owner");
            assertThat(context.getEnvironment().getProperty("spring.flyway.placeholders.app"))
                    .isEqualTo("uniongrid_app");
        }
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void contextsOfOneProcessShareTheServer() {
        try (var first = run(data)) {
            try (var second = run(data)) {
                assertThat(url(second)).isEqualTo(url(first));
            }
            assertThat(first.getBean(JdbcClient.class)
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void stopsAfterEveryBeanIsGone() {
        run(data).close();
        assertThat(Witness.SEEN).containsExactly("still there");
    }

    private static String url(ConfigurableApplicationContext context) {
        return String.valueOf(context.getEnvironment().getProperty("spring.datasource.url"));
    }

    static ConfigurableApplicationContext run(Path data) {
        return new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of("uniongrid.data", data.toString(), "spring.flyway.locations", "classpath:db/none"))
                .run();
    }

    /** Asks the database a last question while the context closes. */
    record Witness(DataSource source) implements AutoCloseable {
        static final List<String> SEEN = new ArrayList<>();

        @Override
        public void close() {
            SEEN.add(JdbcClient.create(source)
                    .sql("select 'still there'")
                    .query(String.class)
                    .single());
            System.out.println("the last question was answered");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class App {
        @Bean
        Witness witness(DataSource source) {
            Witness.SEEN.clear();
            return new Witness(source);
        }
    }
}
