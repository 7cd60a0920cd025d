package org.uniongrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.uniongrid.Endpoints.Endpoint;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.SignedIn;
import org.uniongrid.web.Programs;

/** Nobody gets past a door without the key it names: every endpoint of the running house, by every role. */
@ModuleTest
class EndpointTests {

    private static final Pattern ASKED = Pattern.compile("\\b(?:may|reach)\\(\"([a-z.-]+)\"\\)");
    private static final Pattern LISTED = Pattern.compile("\"((?:organisation|access|exchange)(?:\\.[a-z-]+)+)\"");

    private final List<Endpoint> endpoints;
    private final List<ImportKind> kinds;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final int port;

    EndpointTests(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            List<ImportKind> kinds,
            MockMvcTester mvc,
            JdbcClient db,
            @LocalServerPort int port) {
        this.endpoints = Endpoints.of(requestMappingHandlerMapping);
        this.kinds = kinds;
        this.mvc = mvc;
        this.db = db;
        this.port = port;
    }

    /** A key of the house: a set of permissions with a name. */
    private record Role(String key, Set<String> permissions) {

        Actor actor() {
            var post = new Actor.Post(UUID.randomUUID(), key, key, null, null, null, permissions);
            return new Actor(1, key, List.of(post), post);
        }
    }

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        assertThat(endpoints).hasSizeGreaterThan(15);
        assertSoftly(softly -> endpoints.forEach(endpoint -> softly.assertThat(EndpointRules.faults(endpoint.method()))
                .as("%s, %s", endpoint, endpoint.method())
                .isEmpty()));
    }

    @Test
    void aPermissionOpensItsDoorsAndNoOthers() {
        assertSoftly(softly -> {
            for (var role : roles())
                for (var endpoint : endpoints)
                    EndpointRules.permission(endpoint.method()).ifPresent(permission -> {
                        var answer = call(endpoint, role.actor());
                        var is403 = answer.getResponse().getStatus() == 403;
                        // an import of a kind may ask for more than the door does
                        if (!role.permissions().contains(permission) || !permission.equals("exchange.import"))
                            softly.assertThat(is403)
                                    .as("%s by %s", endpoint, role.key())
                                    .isNotEqualTo(role.permissions().contains(permission));
                    });
        });
    }

    @Test
    void whoeverMayNotIsShownAPage() {
        var nobody = new Actor(1, "甲", List.of(), null);
        endpoints.stream()
                .filter(endpoint -> EndpointRules.permission(endpoint.method()).isPresent())
                .filter(endpoint -> !endpoint.pattern().startsWith(Programs.ROOT))
                .forEach(endpoint -> assertThat(call(endpoint, nobody))
                        .as(endpoint.toString())
                        .hasStatus(403)
                        .bodyText()
                        .contains("<html", "没有打开这个页面的权限")
                        .doesNotContain("Exception", "\tat "));
    }

    @Test
    void whoeverIsNotSignedInIsSentToTheSignIn() {
        assertSoftly(softly -> endpoints.stream()
                .filter(endpoint -> endpoint.verb() == HttpMethod.GET)
                .forEach(endpoint -> {
                    var answer = new Visitor(port).get(endpoint.path());
                    if (endpoint.pattern().startsWith(Programs.ROOT)) {
                        softly.assertThat(answer.statusCode())
                                .as("%s", endpoint)
                                .isEqualTo(401);
                        return;
                    }
                    var leadsToSignIn = answer.statusCode() == 302
                            && answer.headers()
                                    .firstValue("Location")
                                    .orElse("")
                                    .endsWith("/sign-in");
                    softly.assertThat(leadsToSignIn)
                            .as("%s answered %s", endpoint, answer)
                            .isNotEqualTo(endpoint.method().isAnnotationPresent(Open.class));
                }));
    }

    @Test
    void nothingCanBePostedWithoutTheTokenOfAPage() {
        assertSoftly(softly -> endpoints.stream()
                .filter(endpoint -> endpoint.verb() == HttpMethod.POST)
                .forEach(endpoint -> {
                    var answer = new Visitor(port).send("POST", endpoint.path(), "");
                    if (endpoint.pattern().startsWith(Programs.ROOT)) {
                        softly.assertThat(answer.statusCode())
                                .as("%s", endpoint)
                                .isEqualTo(401);
                        return;
                    }
                    softly.assertThat(answer.statusCode())
                            .as(endpoint.toString())
                            .isEqualTo(403);
                    softly.assertThat(answer.body()).contains("<html").doesNotContain("Exception");
                }));
    }

    @Test
    void everyPermissionThatIsAskedForIsGrantedToSomebodyAndTheOtherWayRound() {
        var asked = new TreeSet<String>();
        endpoints.forEach(
                endpoint -> EndpointRules.permission(endpoint.method()).ifPresent(asked::add));
        kinds.stream().filter(EndpointTests::isOurs).forEach(kind -> asked.add(kind.permission()));
        for (var file : House.files(House.SOURCES, ".java"))
            ASKED.matcher(House.read(file)).results().forEach(found -> asked.add(found.group(1)));
        var granted = new TreeSet<String>();
        roles().forEach(role -> granted.addAll(role.permissions()));
        // of everybody whose phone was proven, and of no role
        granted.add(Actor.WORKER);
        assertThat(asked).isEqualTo(granted);
    }

    @Test
    void noPermissionIsMisspelt() {
        var granted =
                roles().stream().flatMap(role -> role.permissions().stream()).collect(Collectors.toSet());
        for (var file : House.files(House.SOURCES, ".java"))
            LISTED.matcher(House.read(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(text -> text.matches(".*\\.(read|import|unlock|write|decide)"))
                    .forEach(permission ->
                            assertThat(granted).as(file.toString()).contains(permission));
    }

    @Test
    void findsBadEndpoints() {
        assertThat(Arrays.stream(BadController.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(GetMapping.class)))
                .hasSize(6)
                .allSatisfy(method -> assertThat(EndpointRules.faults(method))
                        .as(method.getName())
                        .isNotEmpty());
        assertThat(Arrays.stream(GoodController.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(GetMapping.class)))
                .hasSize(3)
                .allSatisfy(method -> assertThat(EndpointRules.faults(method))
                        .as(method.getName())
                        .isEmpty());
    }

    private MvcTestResult call(Endpoint endpoint, Actor actor) {
        return mvc.method(endpoint.verb())
                .uri(endpoint.path())
                .accept(MediaType.TEXT_HTML)
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }

    private List<Role> roles() {
        return db.sql("select key, permissions from organisation.role")
                .query((row, number) -> new Role(row.getString("key"), Set.of((String[])
                        row.getArray("permissions").getArray())))
                .list();
    }

    private static boolean isOurs(ImportKind kind) {
        return House.CLASSES.contain(kind.getClass());
    }

    /** Every way to leave a door open. */
    @Controller
    static class BadController {

        @GetMapping("/bad/silent")
        String silent(Actor actor) {
            return actor.name();
        }

        @GetMapping("/bad/twice")
        @Permission("bad.read")
        @Open("undecided")
        String twice(Actor actor) {
            return actor.name();
        }

        @GetMapping("/bad/blank")
        @Open(" ")
        String blank() {
            return "";
        }

        @GetMapping("/bad/nobody")
        @Permission("bad.read")
        String nobody() {
            return "";
        }

        @GetMapping("/bad/account")
        @Permission("bad.read")
        String account(@RequestAttribute String account) {
            return account;
        }

        @GetMapping("/bad/odd")
        @Permission("Bad Things")
        String odd(Actor actor) {
            return actor.name();
        }
    }

    /** Every way to say it well. */
    @Controller
    static class GoodController {

        @GetMapping("/good/permission")
        @Permission("good.thing.read")
        String permission(Actor actor) {
            return actor.name();
        }

        @GetMapping("/good/signed-in")
        @SignedIn("about oneself")
        String signedIn(@RequestAttribute String account) {
            return account;
        }

        @GetMapping("/good/open")
        @Open("for everybody")
        String open() {
            return "";
        }
    }
}
