package org.uniongrid.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words stand in message files, complete in both languages, and nowhere else. */
class MessagesTests {

    private static final Path SOURCES = Path.of("src/main/java/org/uniongrid");
    private static final Pattern SAID = Pattern.compile("say\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern ENTRY = Pattern.compile("new Menu\\.Entry\\(([^;]*?)\\)\\s*;", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern ICON = Pattern.compile("icon = \"([^\"]+)\"|icon\\(name = \"([^\"]+)\"");
    private static final Pattern DEED = Pattern.compile("\\bof\\(\\s*\"([a-z]+(?:\\.[a-z]+(?:-[a-z]+)*){2,})\"[^;]*;");
    private static final Pattern SUBJECT =
            Pattern.compile("Deed\\.of\\([^,;]+,\\s*\"([a-z.-]+[a-z])\"|SUBJECT = \"([a-z.-]+)\"");
    private static final Pattern FIELD = Pattern.compile("\\.with\\(\\s*\"([a-z-]+)\"");
    /** One of something, said like many; but a limit is never one. */
    private static final Pattern MANY =
            Pattern.compile("(?<!more than |MB and )\\b1 (people|rows|employers|unions|members|spells|districts)\\b");

    private static final Object[] ONES = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*|<%--.*?--%>", Pattern.DOTALL);
    /** Words of forms that come from outside, and names of persons made by the machine: data, not words for readers. */
    private static final Pattern DATA = Pattern.compile(
            ".*/(demo|exchange|intake)/.*|.*/upward/(AnswersImport|Layout)\\.java|.*/reporting/RefusalImport\\.java|.*/chains/(ChainKind|Position)\\.java|.*/(Category|CommitteeKind|CoverMode|EmployerState|IndustrySection|Origin|Ownership|PartyOrganisation|Tier|FirstStart)\\.java");
    /** The brand, and the name of Chinese in the language switch. */
    private static final Set<String> ALLOWED = Set.of("工会一张网", "中文", "中");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        var wrong = new TreeSet<String>();
        for (var english : files("messages.properties")) {
            var one = read(english);
            var other = read(english.resolveSibling("messages_zh_CN.properties"));
            var keys = new TreeSet<>(one.stringPropertyNames());
            keys.addAll(other.stringPropertyNames());
            for (var key : keys) {
                var words = one.getProperty(key, "");
                var chinese = other.getProperty(key, "");
                if (words.isBlank() || chinese.isBlank()) wrong.add(english + " lacks " + key);
                else if (!places(words).equals(places(chinese))) wrong.add(key + " has other places in Chinese");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void oneIsNotMany() throws IOException {
        var wrong = new TreeSet<String>();
        for (var file : files("messages.properties"))
            read(file).forEach((key, words) -> {
                var said = new MessageFormat(words.toString(), Locale.ENGLISH).format(ONES);
                if (MANY.matcher(said).find()) wrong.add(key + ": " + said);
            });
        assertThat(wrong).isEmpty();
    }

    @Test
    void noKeyStandsInTwoModules() throws IOException {
        var seen = new HashSet<String>();
        for (var file : files("messages.properties"))
            for (var key : read(file).stringPropertyNames())
                assertThat(seen.add(key)).as(key).isTrue();
    }

    @Test
    void everyWordOnAPageIsKnown() throws IOException {
        var known = keys();
        var missing = new TreeSet<String>();
        for (var file : files(".jte"))
            SAID.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(missing::add);
        for (var entry : entries())
            missing.addAll(entry.subList(0, 2).stream()
                    .filter(key -> !known.contains(key))
                    .toList());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyDeedCanBeRead() throws IOException {
        var missing = new TreeSet<String>();
        var known = keys();
        for (var file : files(".java"))
            missing.addAll(wordsOfDeeds(Files.readString(file)).stream()
                    .filter(key -> !known.contains(key))
                    .toList());
        assertThat(missing).isEmpty();
    }

    @Test
    void findsTheWordsThatADeedNeeds() {
        var code = """
                import org.uniongrid.foundation.Deed;
                trail.add(actor, Deed.of("a.b.c", "a.b", null, "").with("x", null, "1").with("y-z", null, "2"));
                form.with("typed", 1);
                """;
        assertThat(wordsOfDeeds(code)).containsExactlyInAnyOrder("deed.a.b.c", "subject.a.b", "field.x", "field.y-z");
    }

    /** Actions, subjects and fields that a source names in so many words. */
    private static Set<String> wordsOfDeeds(String source) {
        var keys = new TreeSet<String>();
        if (!source.contains("Deed")) return keys;
        DEED.matcher(source).results().forEach(deed -> {
            keys.add("deed." + deed.group(1));
            FIELD.matcher(deed.group()).results().forEach(field -> keys.add("field." + field.group(1)));
        });
        SUBJECT.matcher(source)
                .results()
                .forEach(found -> keys.add("subject." + (found.group(1) == null ? found.group(2) : found.group(1))));
        return keys;
    }

    @Test
    void everyIconIsInTheSprite() throws IOException {
        var sprite = Files.readString(Sprite.FILE);
        var missing = new TreeSet<String>();
        for (var file : files(".jte"))
            ICON.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .filter(name -> !sprite.contains("\"i-" + name + "\""))
                    .forEach(missing::add);
        for (var entry : entries()) if (!sprite.contains("\"i-" + entry.get(2) + "\"")) missing.add(entry.get(2));
        assertThat(missing).as("add to %s and run bin/icons", Sprite.NAMES).isEmpty();
    }

    @Test
    void theSpriteIsDrawnFromItsList() throws IOException {
        assertThat(Files.readString(Sprite.FILE)).as("run bin/icons").isEqualTo(Sprite.draw());
    }

    @Test
    void noChineseStandsInTemplatesOrCode() throws IOException {
        var found = new TreeSet<String>();
        for (var file :
                Stream.concat(files(".jte").stream(), files(".java").stream()).toList()) {
            if (DATA.matcher(file.toString()).matches()) continue;
            var text = COMMENT.matcher(Files.readString(file)).replaceAll("");
            Pattern.compile("[\\p{IsHan}]+")
                    .matcher(text)
                    .results()
                    .map(words -> words.group())
                    .filter(words -> !ALLOWED.contains(words))
                    .forEach(words -> found.add(file.getFileName() + ": " + words));
        }
        assertThat(found).isEmpty();
    }

    /** Group, key and icon of every entry of the menu. */
    private static List<List<String>> entries() throws IOException {
        var entries = new ArrayList<List<String>>();
        for (var file : files(".java"))
            ENTRY.matcher(Files.readString(file))
                    .results()
                    .forEach(found -> entries.add(TEXT.matcher(found.group(1))
                            .results()
                            .map(text -> text.group(1))
                            .toList()));
        return entries;
    }

    private static Set<String> places(String pattern) {
        var places = new TreeSet<String>();
        new MessageFormat(pattern);
        Pattern.compile("\\{(\\d+)").matcher(pattern).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private static Set<String> keys() throws IOException {
        var keys = new HashSet<String>();
        for (var file : files("messages.properties")) keys.addAll(read(file).stringPropertyNames());
        return keys;
    }

    private static List<Path> files(String ending) throws IOException {
        try (var all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return properties;
    }
}
