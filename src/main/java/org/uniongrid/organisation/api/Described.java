package org.uniongrid.organisation.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Component;
import org.uniongrid.web.Programs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints as their description has them, for the page that people read. */
@Component
public class Described {

    static final String ADDRESS = Programs.ROOT + "/openapi.json";

    private final OpenApiWebMvcResource source;
    private final JsonMapper json;

    Described(OpenApiWebMvcResource source, JsonMapper json) {
        this.source = source;
        this.json = json;
    }

    /** One endpoint; {@code scope} is what a token must include. */
    public record Endpoint(String verb, String path, String summary, String scope, List<Parameter> parameters) {}

    /** One parameter; {@code values} are all there are, or none where there are too many. */
    public record Parameter(String name, @Nullable String description, List<String> values) {}

    List<Endpoint> endpoints(HttpServletRequest request, Locale locale) {
        var found = new ArrayList<Endpoint>();
        document(request, locale)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> found.add(endpoint(verb.getKey(), path.getKey(), verb.getValue()))));
        return List.copyOf(found);
    }

    private JsonNode document(HttpServletRequest request, Locale locale) {
        try {
            return json.readTree(source.openapiJson(request, ADDRESS, locale));
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Endpoint endpoint(String verb, String path, JsonNode get) {
        var parameters = new ArrayList<Parameter>();
        get.path("parameters")
                .forEach(one -> parameters.add(new Parameter(
                        one.path("name").asString(),
                        one.path("description").asString(null),
                        values(one.path("schema").path("enum")))));
        return new Endpoint(
                verb.toUpperCase(Locale.ROOT),
                path,
                get.path("summary").asString(""),
                get.path("x-scope").asString(""),
                List.copyOf(parameters));
    }

    private static List<String> values(JsonNode words) {
        var values = new ArrayList<String>();
        words.forEach(word -> values.add(word.asString()));
        return List.copyOf(values);
    }
}
