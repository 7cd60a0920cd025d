package org.uniongrid.start;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.uniongrid.access.AuditCheck;

/**
 * {@code --verify-audit}: checks the audit trail and ends, with 0 where all is well, 1 where something was found, 2
 * where nothing could be checked. Beside a house that runs it looks into the same database; it starts no page and no
 * job.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan("org.uniongrid.foundation")
@ComponentScan(
        basePackages = "org.uniongrid.access",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = AuditCheck.class))
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class
})
public class VerifyAudit {

    private static final String OPTION = "--verify-audit";
    private static final String KEY = "--key=";

    public static boolean isAskedFor(String... arguments) {
        return Arrays.asList(arguments).contains(OPTION);
    }

    /** Runs the check and gives the exit code. */
    @SuppressWarnings("SystemOut")
    public static int run(String... arguments) {
        var application = new SpringApplication(VerifyAudit.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("uniongrid.database.borrow", "true", "spring.jmx.enabled", "false"));
        try (var context = application.run(arguments)) {
            var answer = context.getBean(AuditCheck.class).check(key(arguments), language());
            answer.lines().forEach(System.out::println);
            return answer.clean() ? 0 : 1;
        } catch (Exception e) {
            System.err.println("The audit trail could not be checked: " + e.getMessage());
            return 2;
        }
    }

    private static @Nullable Path key(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(KEY))
                .map(argument -> Path.of(argument.substring(KEY.length())))
                .findFirst()
                .orElse(null);
    }

    /** Chinese, unless the machine speaks something else. */
    private static Locale language() {
        var spoken = Objects.requireNonNullElse(System.getenv("LANG"), "");
        return spoken.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
