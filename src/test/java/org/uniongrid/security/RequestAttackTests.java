package org.uniongrid.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

@ModuleTest
class RequestAttackTests {

    private final Union union;
    private final int port;
    private final Path token;

    RequestAttackTests(Union union, @LocalServerPort int port, @Value("${uniongrid.data}") Path data) {
        this.union = union;
        this.port = port;
        this.token = data.resolve("keys").resolve("metrics-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/prometheus", "/actuator/env", "/actuator/heapdump"})
    void answersNothingButHealthWithoutTheToken(String path) {
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(401);
        assertThat(new Browser(port)
                        .get(path, "Authorization", "Bearer " + "0".repeat(48))
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Browser(port).get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheFiguresToWhoeverHasTheToken() throws IOException {
        var answer =
                new Browser(port).get("/actuator/prometheus", "Authorization", "Bearer " + Files.readString(token));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/assets/app.css", "/exchange/imports", "/actuator/health", "/error"})
    void readsNoFileOfStrangers(String path) {
        var answer = new Browser(port).post(path, "Multipart/form-data; boundary=b", "--b\r\n" + "x".repeat(100_000));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
    }

    @Test
    void readsNoFormOfMegabytes() {
        var answer = new Browser(port)
                .post("/sign-in", "application/x-www-form-urlencoded", "login=a&password=" + "x".repeat(1 << 20));
        assertThat(answer.statusCode()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organisation/units?q=%00", "/organisation/employers?q=a%00b"})
    void refusesWhatTheDatabaseCannotKeep(String path) {
        var cadre = Browser.signedIn(
                port, union.account("federation-cadre", union.city()).login());
        assertThat(cadre.get(path).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "/\t/evil.example", "/x{y}", "https://evil.example", "/公司"})
    void leadsBackToAddressesOfItsOwnOnly(String back) {
        var answer =
                new Browser(port).post("/sign-in", "/preferences/language", Map.of("language", "en", "back", back));
        assertThat(answer.headers().firstValue("Location")).hasValue("http://localhost:" + port + "/");
    }

    @Test
    void speaksNoLanguageThatACookieMakesUp() {
        var page = new Browser(port).get("/sign-in", "Cookie", "ug_lang=en-AB-abcde1");
        assertThat(page.body()).contains("<html lang=\"zh-CN\"");
    }
}
