package org.uniongrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.uniongrid.foundation.Rule;

/** The house rules, each with a planted breach that proves it can be found. */
class HouseRulesTests {

    static Set<ArchRule> rules() {
        return HouseRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void classesKeepTheRule(ArchRule rule) {
        rule.check(House.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBreachOfTheRuleIsFound(ArchRule rule) {
        var bad = new ClassFileImporter().importPackages("org.uniongrid.bad");
        assertThat(rule.evaluate(bad).hasViolation()).as(rule.getDescription()).isTrue();
    }

    @Test
    void everyWayToLeaveNoDeedIsFound() {
        var bad = new ClassFileImporter().importPackages("org.uniongrid.bad");
        assertThat(DeedRule.CHANGES_ARE_ON_THE_TRAIL
                        .evaluate(bad)
                        .getFailureReport()
                        .getDetails())
                .hasSize(3)
                .anyMatch(text -> text.contains("silent"))
                .anyMatch(text -> text.contains("spoken"))
                .anyMatch(text -> text.contains("blank"));
    }

    @Test
    void sqlStaysInItsOwnSchemaAndBelow() {
        assertSoftly(softly -> House.files(House.SOURCES, ".java").stream()
                .filter(file -> House.MODULES.contains(SqlRules.moduleOf(file)))
                .forEach(file -> {
                    var module = SqlRules.moduleOf(file);
                    softly.assertThat(SqlRules.faults(House.read(file), module, SqlRules.declared(module)))
                            .as(file.toString())
                            .isEmpty();
                }));
    }

    @Test
    void findsSqlThatReachesTooFar() {
        var below = Set.of("people");
        assertThat(SqlRules.faults("sql(\"select 1 from access.account\")", "organisation", below))
                .containsExactly("reads access.account");
        assertThat(SqlRules.faults("\"join \\\"x\\\" on true join access.account a on true \"", "organisation", below))
                .containsExactly("reads access.account");
        assertThat(SqlRules.faults("\"\"\"\n update people.person set name = 'x'\n\"\"\"", "organisation", below))
                .containsExactly("writes: update people.person");
        assertThat(SqlRules.faults("\" limit 5 offset :n\"", "organisation", below))
                .containsExactly("pages with OFFSET");
        assertThat(SqlRules.faults("\"select name from people.person\"", "organisation", below))
                .isEmpty();
        assertThat(SqlRules.faults("may(\"access.account.read\")", "organisation", below))
                .isEmpty();
    }

    @Test
    void tablesLeanOnlyOnTablesBelow() {
        assertSoftly(softly -> House.MODULES.forEach(module -> House.files(House.MIGRATIONS.resolve(module), ".sql")
                .forEach(file -> softly.assertThat(SqlRules.upwardReferences(House.read(file), module))
                        .as(file.toString())
                        .isEmpty())));
        assertThat(SqlRules.upwardReferences("a bigint references access.account", "people"))
                .isNotEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndHasACaption() {
        var packages = new TreeSet<Path>();
        House.files(House.SOURCES, ".java").forEach(file -> packages.add(file.getParent()));
        packages.remove(House.SOURCES);
        assertThat(packages)
                .hasSizeGreaterThan(10)
                .allSatisfy(folder -> assertThat(House.read(folder.resolve("package-info.java")))
                        .startsWith("/** ")
                        .contains("@NullMarked"));
    }

    @Test
    void everyRuleCanBeSaidInBothLanguages() {
        var rules = House.CLASSES.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Rule.class))
                .toList();
        assertThat(rules).hasSizeGreaterThan(1);
        assertSoftly(softly -> rules.forEach(type -> keys(type).forEach(key -> {
            for (var language : Set.of("messages.properties", "messages_zh_CN.properties"))
                softly.assertThat(words(House.module(type), language).getProperty(key))
                        .as("%s of %s in %s", key, type.getSimpleName(), language)
                        .isNotBlank();
        })));
    }

    private static Stream<String> keys(JavaClass rules) {
        return Arrays.stream(rules.reflect().getEnumConstants()).map(rule -> ((Rule) rule).key());
    }

    private static Properties words(String module, String language) {
        var words = new Properties();
        try {
            words.load(new StringReader(House.read(House.SOURCES.resolve(module).resolve(language))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }
}
