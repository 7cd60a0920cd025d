package org.uniongrid;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Unaudited;

/**
 * Whatever may change something leads to the audit trail: from the method that answers to the address one comes by
 * calls, also through an interface of ours, to {@link AuditTrail}. Or it says {@link Unaudited} and why.
 */
final class DeedRule {

    private static final List<Class<? extends java.lang.annotation.Annotation>> CHANGING =
            List.of(PostMapping.class, PutMapping.class, PatchMapping.class, DeleteMapping.class);

    private DeedRule() {}

    static final ArchRule CHANGES_ARE_ON_THE_TRAIL = methods()
            .that(DescribedPredicate.describe(
                    "answer to anything but a plain read",
                    (JavaMethod method) -> CHANGING.stream().anyMatch(method::isAnnotatedWith)))
            .should(new ArchCondition<>("lead to a deed on the audit trail, or say @Unaudited and why") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (!isExcused(method) && !leadsToADeed(method))
                        events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " changes something and leaves no deed"));
                }
            });

    private static boolean isExcused(JavaMethod method) {
        return method.tryGetAnnotationOfType(Unaudited.class)
                .filter(said -> !said.value().isBlank())
                .isPresent();
    }

    private static boolean leadsToADeed(JavaMethod endpoint) {
        var seen = new HashSet<JavaCodeUnit>();
        var ahead = new ArrayDeque<JavaCodeUnit>(List.of(endpoint));
        while (!ahead.isEmpty()) {
            var unit = ahead.remove();
            if (!seen.add(unit)) continue;
            if (unit.getMethodCallsFromSelf().stream().anyMatch(call -> isDeed(call.getTargetOwner()))) return true;
            Stream.<JavaAccess<?>>concat(
                            unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                    .flatMap(call -> call.getTarget().resolveMember().stream())
                    .filter(JavaCodeUnit.class::isInstance)
                    .map(JavaCodeUnit.class::cast)
                    .filter(DeedRule::isOurs)
                    .flatMap(DeedRule::withThoseBehind)
                    .forEach(ahead::add);
        }
        return false;
    }

    private static boolean isDeed(JavaClass owner) {
        return owner.isEquivalentTo(AuditTrail.class);
    }

    private static boolean isOurs(JavaCodeUnit unit) {
        return unit.getOwner().getPackageName().startsWith("org.uniongrid");
    }

    /** A call of an interface leads to whatever implements it. */
    private static Stream<JavaCodeUnit> withThoseBehind(JavaCodeUnit called) {
        var types =
                called.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return Stream.concat(
                Stream.of(called),
                called.getOwner().getAllSubclasses().stream()
                        .flatMap(type -> type.tryGetCodeUnitWithParameterTypeNames(called.getName(), types).stream()));
    }
}
