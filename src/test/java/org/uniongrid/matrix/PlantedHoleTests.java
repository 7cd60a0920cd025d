package org.uniongrid.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.uniongrid.EndpointRules;
import org.uniongrid.ModuleTest;

/** The test of the test: the matrix finds a hole of every kind, and nothing where there is none. */
@ModuleTest
class PlantedHoleTests {

    private final ApplicationContext house;
    private final RequestMappingHandlerMapping mappings;
    private final Holes holes;

    PlantedHoleTests(
            ApplicationContext house,
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.house = house;
        this.mappings = requestMappingHandlerMapping;
        this.holes = new Holes(db, transaction);
    }

    static Stream<Method> planted() {
        return Arrays.stream(Holes.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Planted.class)
                        && !planted(method).found().isEmpty());
    }

    static Stream<Method> sound() {
        return Arrays.stream(Holes.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Planted.class)
                        && planted(method).found().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("planted")
    void findsTheHole(Method hole) {
        assertThat(play(hole))
                .extracting(Fault::what)
                .as(hole.getName())
                .anyMatch(what -> what.contains(planted(hole).found()));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void findsNothingWhereThereIsNothing(Method sound) {
        assertThat(Fault.report(play(sound))).isEmpty();
    }

    @Test
    void anEndpointWithoutPermissionFailsByItself() {
        var silent = Arrays.stream(Holes.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("namesNoPermission"))
                .findFirst()
                .orElseThrow();
        assertThat(EndpointRules.faults(silent)).isNotEmpty();
    }

    private List<Fault> play(Method method) {
        var line = Line.parse(planted(method).value());
        var where = RequestMappingInfo.paths(line.pattern())
                .methods(RequestMethod.valueOf(line.verb().name()))
                .options(mappings.getBuilderConfiguration())
                .build();
        mappings.registerMapping(where, holes, method);
        try {
            return new Matrix(house).play(List.of(line));
        } finally {
            mappings.unregisterMapping(where);
        }
    }

    private static Planted planted(Method method) {
        return Objects.requireNonNull(method.getAnnotation(Planted.class));
    }
}
