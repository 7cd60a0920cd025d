package org.uniongrid.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Looks at the parameters of a program before its question is answered. One that is unknown is refused rather than left
 * out, since a filter with a slip in its name would hand out everything.
 */
class ProgramParameters implements HandlerInterceptor {

    private final ConversionService conversion;

    ProgramParameters(ConversionService conversion) {
        this.conversion = conversion;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!Programs.ask(request) || !(handler instanceof HandlerMethod method) || !Gate.isOurs(method)) return true;
        checkPath(request, method);
        var known = known(method);
        var faults = new ArrayList<BadParameters.Fault>();
        parameters(request).forEach((name, values) -> {
            var parameter = known.get(name);
            if (parameter == null) faults.add(new BadParameters.Fault(name, "web.problem.unknown"));
            else if (values.length != 1) faults.add(new BadParameters.Fault(name, "web.problem.twice"));
            else if (values[0].isBlank() || !isReadable(values[0], parameter)) faults.add(unreadable(name, parameter));
        });
        if (!faults.isEmpty()) throw new BadParameters(faults);
        return true;
    }

    /** One with signs in it that no text has is turned away before anybody looks at it. */
    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (RequestRejectedException odd) {
            throw BadParameters.of("?", "web.problem.unreadable");
        }
    }

    private static Map<String, MethodParameter> known(HandlerMethod method) {
        var known = new LinkedHashMap<String, MethodParameter>();
        for (var parameter : method.getMethodParameters()) {
            var said = parameter.getParameterAnnotation(RequestParam.class);
            if (said != null)
                known.put(said.name().isEmpty() ? Objects.requireNonNull(name(parameter)) : said.name(), parameter);
        }
        return known;
    }

    private static String name(MethodParameter parameter) {
        return parameter.getParameter().getName();
    }

    /** An id that is none names nothing. */
    private void checkPath(HttpServletRequest request, HandlerMethod method) {
        if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables))
            return;
        for (var parameter : method.getMethodParameters())
            if (parameter.hasParameterAnnotation(PathVariable.class)
                    && variables.get(name(parameter)) instanceof String value
                    && !isReadable(value, parameter)) throw new NoSuchElementException(name(parameter));
    }

    private boolean isReadable(String value, MethodParameter parameter) {
        try {
            return conversion.convert(
                            value, TypeDescriptor.valueOf(String.class), new TypeDescriptor(inside(parameter)))
                    != null;
        } catch (ConversionException | IllegalArgumentException no) {
            return false;
        }
    }

    private static MethodParameter inside(MethodParameter parameter) {
        return parameter.nestedIfOptional();
    }

    private static BadParameters.Fault unreadable(String name, MethodParameter parameter) {
        var type = inside(parameter).getNestedParameterType();
        if (type.isEnum()) {
            var words = Arrays.stream(type.getEnumConstants())
                    .map(one -> ((Enum<?>) one).name())
                    .toList();
            return new BadParameters.Fault(name, "web.problem.none-of", List.of(String.join(", ", words)));
        }
        var kind = switch (type.getSimpleName()) {
            case "UUID" -> "web.problem.no-id";
            case "Integer" -> "web.problem.no-number";
            case "OffsetDateTime" -> "web.problem.no-time";
            default -> "web.problem.unreadable";
        };
        return new BadParameters.Fault(name, kind);
    }
}
