package org.uniongrid;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Everything of ours that answers to an address. */
public final class Endpoints {

    private Endpoints() {}

    /** One address with one verb. */
    public record Endpoint(HttpMethod verb, String pattern, Method method) {

        /** The address with an id in it that no record has. */
        public String path() {
            return pattern.replaceAll("\\{[^}]*}", new UUID(0, 42).toString());
        }

        @Override
        public String toString() {
            return verb + " " + pattern;
        }
    }

    public static List<Endpoint> of(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.uniongrid"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream().flatMap(path -> {
                    var verbs = entry.getKey().getMethodsCondition().getMethods();
                    var asked = verbs.isEmpty()
                            ? List.of(HttpMethod.GET)
                            : verbs.stream().map(verb -> verb.asHttpMethod()).toList();
                    return asked.stream()
                            .map(verb ->
                                    new Endpoint(verb, path, entry.getValue().getMethod()));
                }))
                .sorted(Comparator.comparing(Endpoint::toString))
                .toList();
    }
}
