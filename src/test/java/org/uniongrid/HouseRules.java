package org.uniongrid;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.Set;

/** Rules of the house that the classes themselves tell. */
final class HouseRules {

    private HouseRules() {}

    /** Time comes from the one Clock, so that a test can move it. */
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.uniongrid.foundation.Times")
            .should()
            .callCodeUnitWhere(describe("asks the machine for the time", HouseRules::asksTheMachine));

    private static boolean asksTheMachine(JavaAccess<?> call) {
        var owner = call.getTargetOwner();
        var name = call.getName();
        if (owner.isEquivalentTo(Clock.class)) return name.startsWith("system") || name.startsWith("tick");
        if (owner.isEquivalentTo(System.class)) return name.equals("currentTimeMillis");
        if (!(call instanceof JavaCall<?> known)) return false;
        var given = known.getTarget().getRawParameterTypes();
        if (owner.isEquivalentTo(Date.class)) return name.equals("<init>") && given.isEmpty();
        return owner.isAssignableTo(Temporal.class)
                && name.equals("now")
                && given.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    /** Only a start speaks to the operator on the console; all else goes to the log. */
    static final ArchRule ONLY_A_START_WRITES_TO_THE_CONSOLE = noClasses()
            .that()
            .resideOutsideOfPackage("org.uniongrid.start..")
            .should(accessField(System.class, "out").or(accessField(System.class, "err")))
            .orShould()
            .callCodeUnitWhere(describe(
                    "prints a stack trace",
                    call -> call.getName().equals("printStackTrace")
                            && call.getTargetOwner().isAssignableTo(Throwable.class)));

    static final ArchRule NO_JAVA_UTIL_LOGGING =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    /** What a class needs comes in by its constructor. */
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource");

    static final ArchRule NOTHING_IS_INJECTED_BY_SETTERS = ArchRuleDefinition.noMethods()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    /** Wires of components are set once. */
    static final ArchRule COMPONENTS_DO_NOT_CHANGE = fields().that()
            .areDeclaredInClassesThat(resideInAPackage("org.uniongrid..")
                    .and(DescribedPredicate.not(resideInAPackage("org.uniongrid.database..")))
                    .and(describe("are components", HouseRules::isComponent)))
            .should()
            .beFinal();

    private static boolean isComponent(JavaClass type) {
        return type.isMetaAnnotatedWith("org.springframework.stereotype.Component");
    }

    /** What two rooms share moves to the module's top or to a room of its own. */
    static final ArchRule ROOMS_KEEP_APART = ArchRuleDefinition.classes()
            .should(new ArchCondition<>("not import another room of their module") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> areNeighbours(type, dependency.getTargetClass()))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            });

    private static boolean areNeighbours(JavaClass one, JavaClass other) {
        return other.getPackageName().startsWith("org.uniongrid")
                && House.module(one).equals(House.module(other))
                && House.room(one).isPresent()
                && House.room(other).isPresent()
                && !House.room(one).equals(House.room(other));
    }

    /** Pages, mail and jobs know nothing of each other's drivers; SQL is written with Spring's clients. */
    static final ArchRule ONLY_THE_DATABASE_MODULE_OPENS_CONNECTIONS = noClasses()
            .that()
            .resideOutsideOfPackage("org.uniongrid.database..")
            .should()
            .dependOnClassesThat(assignableTo(java.sql.Connection.class)
                    .or(assignableTo(java.sql.Statement.class))
                    .or(assignableTo(javax.sql.DataSource.class)));

    static final Set<ArchRule> ALL = Set.of(
            TIME_COMES_FROM_THE_CLOCK,
            ONLY_A_START_WRITES_TO_THE_CONSOLE,
            NO_JAVA_UTIL_LOGGING,
            NOTHING_IS_INJECTED_INTO_FIELDS,
            NOTHING_IS_INJECTED_BY_SETTERS,
            COMPONENTS_DO_NOT_CHANGE,
            ROOMS_KEEP_APART,
            ONLY_THE_DATABASE_MODULE_OPENS_CONNECTIONS,
            ReachRule.FINDERS_TAKE_A_REACH,
            DeedRule.CHANGES_ARE_ON_THE_TRAIL);
}
