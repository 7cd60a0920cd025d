package org.uniongrid;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;

/**
 * A method that reads rows, itself or by a private method of its class, is told how far its asker may see. It takes a
 * {@link Reach}, an {@link Actor}, or a value of the module that some other method gives out for a Reach only, such as a
 * Unit; or it says {@link Unscoped} and why.
 */
final class ReachRule {

    private ReachRule() {}

    static final ArchRule FINDERS_TAKE_A_REACH = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(
                    "org.uniongrid.organisation..",
                    "org.uniongrid.access..",
                    "org.uniongrid.notice..",
                    "org.uniongrid.matter..",
                    "org.uniongrid.structure..",
                    "org.uniongrid.bad..")
            .and()
            .doNotHaveModifier(JavaModifier.PRIVATE)
            .should(new ArchCondition<>("take a Reach, or say @Unscoped and why") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (reads(method, new HashSet<>()) && !isTold(method) && !isExcused(method))
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " reads for anybody"));
                }
            });

    private static boolean reads(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit)) return false;
        return unit.getMethodCallsFromSelf().stream().anyMatch(call -> isQuery(call.getTargetOwner(), call.getName()))
                || unit.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().equals(unit.getOwner()))
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .filter(called -> called.getModifiers().contains(JavaModifier.PRIVATE))
                        .anyMatch(called -> reads(called, seen));
    }

    private static boolean isQuery(JavaClass owner, String name) {
        return name.startsWith("query")
                && (owner.isAssignableTo(JdbcClient.StatementSpec.class)
                        || owner.isAssignableTo(JdbcOperations.class)
                        || owner.isAssignableTo(NamedParameterJdbcOperations.class));
    }

    private static boolean isTold(JavaMethod method) {
        return takes(method, Reach.class)
                || takes(method, Actor.class)
                || method.getRawParameterTypes().stream().anyMatch(type -> isFoundWithinReach(type, method.getOwner()));
    }

    private static boolean takes(JavaMethod method, Class<?> type) {
        return method.getRawParameterTypes().stream().anyMatch(given -> given.isEquivalentTo(type));
    }

    /** Whether a finder beside this one gives such values out for a Reach. Values of other packages do not count. */
    private static boolean isFoundWithinReach(JavaClass value, JavaClass asker) {
        return value.getPackageName().equals(asker.getPackageName())
                && value.getPackage().getClasses().stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(finder -> takes(finder, Reach.class))
                        .anyMatch(finder -> givesOut(finder).contains(value));
    }

    private static Set<JavaClass> givesOut(JavaMethod finder) {
        return Stream.<JavaType>of(finder.getReturnType())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isExcused(JavaMethod method) {
        return Stream.of(
                        method.tryGetAnnotationOfType(Unscoped.class),
                        method.getOwner().tryGetAnnotationOfType(Unscoped.class))
                .anyMatch(said -> said.isPresent() && !said.get().value().isBlank());
    }
}
