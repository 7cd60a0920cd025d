package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class FailureMessageTests {

    @TempDir
    Path data;

    @Test
    void takenDataIsSaidWithoutAStackTrace(CapturedOutput output) throws Exception {
        try (var postgres = EmbeddedPostgres.start(Prepared.in(data.resolve("postgres")))) {
            assertFails(WebApplicationType.NONE, Map.of("uniongrid.data", data.toString()));
            assertThat(postgres.server().postmaster().alive()).isTrue();
        }
        assertPlain(output, data + "/postgres is in use by another UnionGrid", "UNIONGRID_DATA");
    }

    @Test
    void unreachableServerIsSaidWithoutAStackTrace(CapturedOutput output) {
        var url = "jdbc:postgresql://127.0.0.1:" + Server.freePort() + "/city";
        assertFails(WebApplicationType.NONE, Map.of("uniongrid.data", data.toString(), "uniongrid.database.url", url));
        assertPlain(output, "No PostgreSQL answers at " + url, "UNIONGRID_DATABASE_URL");
    }

    @Test
    void takenWebPortIsSaidWithoutAStackTrace(CapturedOutput output) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertFails(
                    WebApplicationType.SERVLET,
                    Map.of(
                            "uniongrid.database.url",
                            "none",
                            "server.address",
                            "127.0.0.1",
                            "server.port",
                            taken.getLocalPort()));
            assertPlain(
                    output, "Port " + taken.getLocalPort() + " is already used by another program", "UNIONGRID_PORT");
        }
    }

    /** Stronger than application.properties, as what an operator says is. */
    private static String[] arguments(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    private static void assertFails(WebApplicationType type, Map<String, Object> properties) {
        assertThatThrownBy(
                        () -> new SpringApplicationBuilder(App.class).web(type).run(arguments(properties)))
                .isInstanceOf(RuntimeException.class);
    }

    private static void assertPlain(CapturedOutput output, String what, String remedy) {
        assertThat(output.getAll())
                .contains("UnionGrid did not start: ", what, remedy)
                .doesNotContain("APPLICATION FAILED TO START")
                .doesNotContain("\tat ");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class App {}
}
