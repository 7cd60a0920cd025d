package org.uniongrid;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.SignedIn;

/** What every endpoint must say about who may call it. */
public final class EndpointRules {

    private EndpointRules() {}

    /** Empty where all is well. */
    public static List<String> faults(Method endpoint) {
        var said = guards(endpoint);
        if (said.size() != 1) return List.of("names " + said.size() + " of @Permission, @SignedIn and @Open");
        if (said.getFirst().isBlank()) return List.of("gives no permission or reason");
        var permission = permission(endpoint);
        if (permission.isPresent() && !permission.get().matches("[a-z]+(\\.[a-z]+(-[a-z]+)*)+"))
            return List.of("names an odd permission: " + permission.get());
        return knowsWhoAsks(endpoint) ? List.of() : List.of("takes no Actor");
    }

    public static Optional<String> permission(Method endpoint) {
        return Optional.ofNullable(endpoint.getAnnotation(Permission.class)).map(Permission::value);
    }

    private static List<String> guards(Method endpoint) {
        return Stream.of(Permission.class, SignedIn.class, Open.class)
                .map(endpoint::getAnnotation)
                .filter(Objects::nonNull)
                .map(EndpointRules::value)
                .toList();
    }

    private static String value(Annotation guard) {
        return switch (guard) {
            case Permission permission -> permission.value();
            case SignedIn signedIn -> signedIn.value();
            case Open open -> open.value();
            default -> "";
        };
    }

    /** One who is signed in and asks about oneself may be known by the account instead. */
    private static boolean knowsWhoAsks(Method endpoint) {
        if (endpoint.isAnnotationPresent(Open.class)) return true;
        var parameters = Arrays.asList(endpoint.getParameters());
        return parameters.stream().anyMatch(parameter -> parameter.getType() == Actor.class)
                || endpoint.isAnnotationPresent(SignedIn.class)
                        && parameters.stream()
                                .anyMatch(parameter -> parameter.isAnnotationPresent(RequestAttribute.class));
    }
}
