package org.uniongrid;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.Permission;

/** Draws the map of the house from its packages, migrations, controllers and messages. */
final class HouseMap {

    private static final Pattern CAPTION = Pattern.compile("/\\*\\*\\s*(.*?)\\s*\\*/", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("((?:^--[^\n]*\n)*)^create table (\\S+)", Pattern.MULTILINE);
    private static final Pattern SIGNPOST = Pattern.compile("menu\\..+|.+\\.title|unit\\.(category|tier)\\..+");

    private final StringBuilder map = new StringBuilder("""
            # Map of the house

            Drawn by `ModularityTests` from the code itself: do not edit. A module may depend only on modules that stand earlier in
            this table; `demo` and `start` stand on the roof and put everything together.

            | module | what it is |
            |---|---|
            """);

    static String draw() {
        return new HouseMap().drawn();
    }

    private String drawn() {
        House.MODULES.forEach(module ->
                map.append("| [%s](#%s) | %s |\n".formatted(module, module, caption(House.SOURCES.resolve(module)))));
        House.MODULES.forEach(this::module);
        signposts();
        return map.toString();
    }

    private void module(String module) {
        var folder = House.SOURCES.resolve(module);
        map.append("\n## ")
                .append(module)
                .append("\n\n")
                .append(caption(folder))
                .append("\n");
        list("Rooms", rooms(folder));
        list("Tables", tables(module));
        list("Addresses", addresses(module));
    }

    private void list(String title, List<String> lines) {
        if (!lines.isEmpty()) map.append("\n").append(title).append(":\n\n");
        lines.forEach(line -> map.append("- ").append(line).append("\n"));
    }

    private static String caption(Path folder) {
        var found = CAPTION.matcher(House.read(folder.resolve("package-info.java")));
        return found.find() ? found.group(1).replaceAll("\\s*\n\\s*\\*\\s*", " ") : "";
    }

    private static List<String> rooms(Path module) {
        try (var inside = Files.list(module)) {
            return inside.filter(Files::isDirectory)
                    .sorted()
                    .map(room ->
                            "`" + room.getFileName() + "`: " + caption(room).replaceFirst("^Room: (the )?\\w+\\. ", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each with the first sentence of the remark above it. */
    private static List<String> tables(String module) {
        var tables = new ArrayList<String>();
        for (var file : House.files(House.MIGRATIONS.resolve(module), ".sql")) {
            var found = TABLE.matcher(House.read(file));
            while (found.find()) {
                var remark = found.group(1)
                        .replaceAll("(?m)^-- ?", "")
                        .replace("\n", " ")
                        .strip();
                tables.add("`" + found.group(2) + "`" + (remark.isEmpty() ? "" : ": " + remark));
            }
        }
        return tables;
    }

    private static List<String> addresses(String module) {
        return House.CLASSES.stream()
                .filter(type -> House.module(type).equals(module) && type.isAnnotatedWith(Controller.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(method -> addresses(method).stream())
                .sorted(Comparator.comparing(line -> line.replace("`", "")))
                .toList();
    }

    private static List<String> addresses(Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) return List.of();
        var above = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), RequestMapping.class);
        var base = above == null ? "" : above.path()[0];
        var verbs = Arrays.stream(mapping.method()).map(Enum::name).collect(joining(", "));
        var paths = mapping.path().length == 0 ? new String[] {""} : mapping.path();
        return Arrays.stream(paths)
                .map(path -> "`" + base + path + "` " + (verbs.isEmpty() ? "" : verbs + ", ") + guard(method) + " · "
                        + method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .toList();
    }

    private static String guard(Method method) {
        var permission = method.getAnnotation(Permission.class);
        if (permission != null) return "`" + permission.value() + "`";
        return method.isAnnotationPresent(Open.class) ? "open" : "signed in";
    }

    /** What things are called on the pages, and the files that say so. */
    private void signposts() {
        map.append("""

                ## Where is …?

                What pages, menus and kinds of unions are called, and where they stand. Other words: look for them in
                `messages*.properties`, then for their key.

                | 中文 | English | key | stands in |
                |---|---|---|---|
                """);
        for (var module : House.MODULES) {
            var folder = House.SOURCES.resolve(module);
            var english = messages(folder.resolve("messages.properties"));
            var chinese = messages(folder.resolve("messages_zh_CN.properties"));
            for (var key : english.stringPropertyNames().stream().sorted().toList())
                if (SIGNPOST.matcher(key).matches())
                    map.append("| %s | %s | `%s` | %s |\n"
                            .formatted(
                                    chinese.getProperty(key), cell(english.getProperty(key)), key, where(module, key)));
        }
    }

    /** A bar would begin the next cell of the table. */
    private static String cell(String words) {
        return words.replace("|", "\\|");
    }

    private static String where(String module, String key) {
        var said = House.files(House.SOURCES, "").stream()
                .filter(file -> file.toString().matches(".*\\.(java|jte)"))
                .filter(file -> House.read(file).contains("\"" + key + "\""))
                .map(file -> "`" + House.SOURCES.relativize(file) + "`")
                .collect(toCollection(TreeSet::new));
        return said.isEmpty() ? "`" + module + "`" : said.stream().limit(3).collect(joining(", "));
    }

    private static Properties messages(Path file) {
        var messages = new Properties();
        if (!Files.exists(file)) return messages;
        try {
            messages.load(new StringReader(House.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
