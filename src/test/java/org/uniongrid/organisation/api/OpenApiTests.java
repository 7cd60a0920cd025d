package org.uniongrid.organisation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.uniongrid.Endpoints;
import org.uniongrid.Endpoints.Endpoint;
import org.uniongrid.ModuleTest;
import org.uniongrid.Program;
import org.uniongrid.Union;
import org.uniongrid.Visitor;
import org.uniongrid.access.tokens.Issued;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the interface is whole, and nothing that is asked breaks the house. */
@ModuleTest
class OpenApiTests {

    private static final String DOCUMENT = "/api/v1/openapi.json";
    private static final long SEED = 20260713;

    private final Union union;
    private final Issued issued;
    private final List<Endpoint> endpoints;
    private final int port;

    OpenApiTests(
            Union union,
            ApplicationContext house,
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            @LocalServerPort int port) {
        this.union = union;
        this.issued = new Issued(house);
        this.port = port;
        endpoints = Endpoints.of(requestMappingHandlerMapping).stream()
                .filter(endpoint -> endpoint.pattern().startsWith("/api/v1/"))
                .toList();
    }

    private Program program() {
        return new Program(
                port,
                issued.token(
                        union.city(),
                        "organisation.unit.read",
                        "organisation.employer.read",
                        "organisation.post.read"));
    }

    @Test
    void everyEndpointStandsInItWithAllItsParametersAndProblems() {
        var document = program().read(DOCUMENT);
        assertThat(endpoints).hasSizeGreaterThan(6);
        for (var endpoint : endpoints) {
            var get = document.path("paths")
                    .path(endpoint.pattern())
                    .path(endpoint.verb().name().toLowerCase(java.util.Locale.ROOT));
            assertThat(names(get)).as(endpoint.pattern()).containsExactlyInAnyOrderElementsOf(parameters(endpoint));
            assertThat(get.path("security").path(0).has("token"))
                    .as(endpoint.pattern())
                    .isTrue();
            assertThat(get.path("x-scope").asString()).matches("(organisation|membership|casework)\\..*");
            for (var status : List.of("400", "401", "403", "404", "410", "422", "429"))
                assertThat(get.at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                                .asString(""))
                        .as(endpoint + " " + status)
                        .isEqualTo("#/components/schemas/Problem");
            assertThat(get.at("/responses/200/content/application~1json/schema").isMissingNode())
                    .as(endpoint + " 200")
                    .isFalse();
        }
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.path("paths").size()).isEqualTo(endpoints.size());
    }

    private static List<String> names(JsonNode get) {
        return get.path("parameters")
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    private static List<String> parameters(Endpoint endpoint) {
        var names = new ArrayList<String>();
        for (var parameter : endpoint.method().getParameters()) {
            var asked = parameter.getAnnotation(RequestParam.class);
            if (asked != null) names.add(asked.name().isEmpty() ? parameter.getName() : asked.name());
            if (parameter.isAnnotationPresent(PathVariable.class)) names.add(parameter.getName());
        }
        return names;
    }

    @Test
    void itIsSaidInWordsOfTheLanguageAskedForAndShowsNothingFromInside() {
        var english = program().get(DOCUMENT, "Accept-Language", "en").body();
        var chinese = program().get(DOCUMENT, "Accept-Language", "zh-CN").body();
        assertThat(english).contains("Unions within reach").doesNotContain("rowId");
        assertThat(chinese).contains("数据权限内的工会");
        for (var body : List.of(english, chinese))
            assertThat(keysIn(JsonMapper.shared().readTree(body))).isEmpty();
    }

    /** Message keys that stayed where words should be. */
    private static TreeSet<String> keysIn(JsonNode node) {
        var keys = new TreeSet<String>();
        if (node.isString() && node.stringValue().matches("api\\.[a-z.-]+[a-z0-9]")) keys.add(node.stringValue());
        node.forEach(below -> keys.addAll(keysIn(below)));
        return keys;
    }

    @Test
    void answersAreAsItDescribesThem() {
        var district = union.district(union.city(), "述东");
        union.enterprise(district, "述厂");
        union.holder("union-chair", district);
        var program = new Program(port, issued.token(district, "organisation.unit.read", "organisation.employer.read"));
        var schemas = program.read(DOCUMENT).path("components").path("schemas");
        var unit = program.read("/api/v1/units").path("items").path(0);
        assertThat(schemas.path("Unit").path("properties").propertyNames()).containsAll(unit.propertyNames());
        var detail = program.read("/api/v1/units/" + district.publicId());
        assertThat(schemas.path("UnitDetail").path("properties").propertyNames())
                .containsAll(detail.propertyNames());
        var employer = program.all("/api/v1/employers").getFirst();
        assertThat(schemas.path("Employer").path("properties").propertyNames()).containsAll(employer.propertyNames());
        var post = program.read("/api/v1/units/" + district.publicId() + "/posts")
                .path("items")
                .path(0);
        assertThat(schemas.path("Post").path("properties").propertyNames()).containsAll(post.propertyNames());
    }

    @Test
    void itIsForWhoeverIsSignedInOrHasAToken() {
        assertThat(new Program(port, null).get(DOCUMENT).statusCode()).isEqualTo(302);
        assertThat(new Program(port, "ug_x").get(DOCUMENT).statusCode()).isEqualTo(401);
        var visitor = Visitor.as(union.account("union-chair", union.city()), port);
        var cookies = visitor.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        assertThat(new Program(port, null).get(DOCUMENT, "Cookie", cookies).body())
                .contains("\"openapi\"");
        assertThat(visitor.get("/api").body()).contains("/api/v1/employers/{id}", "token-revoked", "changed-since");
        assertThat(new Program(port, null).get("/api").statusCode()).isEqualTo(302);
    }

    @Test
    void nothingThatIsAskedBreaksTheHouse() {
        var program = program();
        var random = new Random(SEED);
        for (var endpoint : endpoints)
            for (int i = 0; i < 60; i++) {
                var path = path(endpoint, random);
                var answer = program.get(path);
                assertThat(answer.statusCode()).as(path).isLessThan(500);
                assertThat(answer.body()).as(path).doesNotContain("Exception").doesNotContain("\tat ");
                // an address that is no text is turned away by the server itself
                if (answer.statusCode() >= 400 && !path.contains("%C3%28"))
                    assertThat(answer.headers().firstValue("Content-Type"))
                            .as(path)
                            .hasValue("application/problem+json");
            }
    }

    private static String path(Endpoint endpoint, Random random) {
        var path = endpoint.pattern().replaceAll("\\{[^}]*}", odd(random, new UUID(0, 42).toString()));
        var query = new ArrayList<String>();
        for (var name : parameters(endpoint)) if (random.nextInt(3) == 0) query.add(name + "=" + odd(random, "1"));
        if (random.nextInt(5) == 0) query.add(odd(random, "x") + "=" + odd(random, "y"));
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String odd(Random random, String right) {
        var words = Arrays.asList(
                right,
                "0",
                "-1",
                "99999999999999999999",
                "%27%3B--",
                "%C3%28",
                "%E5%B7%A5",
                "null",
                "true",
                "2026-02-30T00:00:00Z",
                "2026-01-01T00:00:00%2B08:00",
                "+999999999-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "ENTERPRISE",
                "active",
                "%24%7B7*7%7D",
                "%0D%0AX:1",
                "a".repeat(1 + random.nextInt(500)),
                new UUID(random.nextLong(), random.nextLong()).toString());
        return words.get(random.nextInt(words.size()));
    }

    @Test
    void otherVerbsAreRefusedAsProblems() throws Exception {
        var token = issued.token(union.city(), "organisation.unit.read");
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            for (var verb : Map.of("POST", "x=1", "PUT", "{}", "DELETE", "", "PATCH", "{}")
                    .entrySet()) {
                var request = java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create("http://localhost:" + port + "/api/v1/units"))
                        .header("Authorization", "Bearer " + token)
                        .method(verb.getKey(), java.net.http.HttpRequest.BodyPublishers.ofString(verb.getValue()))
                        .build();
                var answer = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(verb.getKey()).isEqualTo(405);
                assertThat(Program.problem(answer)).isEqualTo("method-not-allowed");
            }
        }
    }
}
