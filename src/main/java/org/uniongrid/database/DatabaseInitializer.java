package org.uniongrid.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Has the database running before the first bean is made, and tells Spring where it is. */
final class DatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final String NAME = "uniongrid-database";

    /** Said by the program itself, for a look into the database beside the house that runs on it. */
    private static final String BORROW = "uniongrid.database.borrow";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = DatabaseSettings.of(context.getEnvironment());
        if (settings.none()) return;
        tell(
                context.getEnvironment(),
                settings.external() ? ExternalServer.open(settings) : embedded(context, settings));
    }

    private static DatabaseAddress embedded(ConfigurableApplicationContext context, DatabaseSettings settings) {
        Path directory = settings.data().resolve("postgres");
        if (context.getEnvironment().getProperty(BORROW, Boolean.class, false)) {
            var running = EmbeddedPostgres.running(directory);
            if (running.isPresent()) return running.get();
        }
        var address = EmbeddedServers.acquire(directory);
        // registered before every bean, therefore destroyed after every bean: the pool goes first, then the server
        ((DefaultSingletonBeanRegistry) context.getBeanFactory())
                .registerDisposableBean(NAME, () -> EmbeddedServers.release(directory));
        return address;
    }

    private static void tell(ConfigurableEnvironment environment, DatabaseAddress address) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("spring.datasource.url", address.appUrl());
        facts.put("spring.datasource.username", address.appUser());
        facts.put("spring.datasource.password", address.appPassword());
        facts.put("spring.flyway.url", address.ownerUrl());
        facts.put("spring.flyway.user", address.ownerUser());
        facts.put("spring.flyway.password", address.ownerPassword());
        facts.put("spring.flyway.placeholders.app", address.appUser());
        environment.getPropertySources().addFirst(new MapPropertySource(NAME, facts));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        NAME + "-defaults",
                        Map.of(
                                "spring.datasource.hikari.maximum-pool-size", 20,
                                "spring.datasource.hikari.minimum-idle", 2,
                                "spring.datasource.hikari.connection-timeout", 10_000)));
    }
}
