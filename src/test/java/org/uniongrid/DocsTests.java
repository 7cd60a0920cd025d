package org.uniongrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say of files, dependencies, scripts and settings is so, and nothing of these is left out. */
class DocsTests {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|#.*");
    private static final Pattern ARTIFACT =
            Pattern.compile("<groupId>([^<*]+)</groupId>\\s*<artifactId>([^<*]+)</artifactId>");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern SCRIPT = Pattern.compile("\\bbin/([a-z-]+)\\b(?!/)");
    private static final Pattern VARIABLE = Pattern.compile("UNIONGRID_[A-Z_]*[A-Z]");
    private static final Pattern PROPERTY = Pattern.compile("(?:getProperty\\(\"|\\$\\{)(uniongrid\\.[a-z.-]+)");

    /** The order of migrations belongs to the code, not to whoever runs it. */
    private static final Set<String> NOT_FOR_OPERATORS = Set.of("UNIONGRID_MODULES");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        var dead = new TreeSet<String>();
        for (var page : pages())
            found(LINK, Files.readString(page))
                    .map(link -> link.group(1))
                    .filter(Predicate.not(ELSEWHERE.asMatchPredicate()))
                    .filter(link -> !Files.exists(page.resolveSibling(link.replaceFirst("#.*", ""))))
                    .forEach(link -> dead.add(page + " -> " + link));
        assertThat(dead).isEmpty();
    }

    @Test
    void noDocumentHoldsAnUnfinishedMerge() throws IOException {
        for (var page : pages())
            assertThat(Files.readString(page)).as(page.toString()).doesNotContainPattern("(?m)^(<{7}|>{7}) ");
    }

    private static List<Path> pages() throws IOException {
        try (var top = Files.list(Path.of(""));
                var docs = Files.walk(Path.of("docs"));
                var samples = Files.walk(Path.of("samples"));
                var sources = Files.walk(Path.of("src"))) {
            return Stream.of(top, docs, samples, sources)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    @Test
    void everyDependencyIsExplainedAndNoOther() throws IOException {
        var explained = words(FIRST_CELL, Path.of("docs/dependencies.md"));
        var artifacts = found(ARTIFACT, Files.readString(Path.of("pom.xml")))
                .filter(artifact -> !artifact.group(1).equals("org.uniongrid"))
                .map(artifact -> List.of(artifact.group(1), artifact.group(2)))
                .distinct()
                .toList();
        var expected = artifacts.stream()
                .map(artifact -> isAlone(artifact, artifacts) ? artifact.getLast() : String.join(":", artifact))
                .toList();
        assertThat(explained).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static boolean isAlone(List<String> artifact, List<List<String>> all) {
        return all.stream()
                        .filter(other -> other.getLast().equals(artifact.getLast()))
                        .count()
                == 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theReadmeNamesEveryScriptAndNoOther(String readme) throws IOException {
        try (var scripts = Files.list(Path.of("bin"))) {
            var there = scripts.filter(Files::isRegularFile)
                    .map(script -> script.getFileName().toString())
                    .toList();
            assertThat(words(SCRIPT, Path.of(readme))).containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theReadmeNamesEverySettingAndNoOther(String readme) throws IOException {
        assertThat(found(VARIABLE, Files.readString(Path.of(readme)))
                        .map(MatchResult::group)
                        .collect(Collectors.toSet()))
                .isEqualTo(settings());
    }

    /** What code, properties and scripts ask for. */
    private static Set<String> settings() throws IOException {
        var settings = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main"));
                var scripts = Files.walk(Path.of("bin"))) {
            for (var file :
                    Stream.concat(sources, scripts).filter(DocsTests::isText).toList()) {
                var text = Files.readString(file);
                found(VARIABLE, text).map(MatchResult::group).forEach(settings::add);
                found(PROPERTY, text)
                        .map(property -> variable(property.group(1)))
                        .forEach(settings::add);
            }
        }
        settings.removeAll(NOT_FOR_OPERATORS);
        return settings;
    }

    private static boolean isText(Path file) {
        return Files.isRegularFile(file)
                && (file.startsWith("bin") || file.toString().matches(".*\\.(java|properties)"));
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Set<String> words(Pattern pattern, Path file) throws IOException {
        return found(pattern, Files.readString(file))
                .map(word -> word.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
