package org.uniongrid.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The word lists beside the code: one entry a line, its fields parted by bars, lists inside a field by blanks. */
final class Vocabulary {

    private Vocabulary() {}

    /** One line of a word list. */
    record Entry(List<String> fields) {

        String text(int field) {
            return fields.get(field);
        }

        int number(int field) {
            return Integer.parseInt(text(field));
        }

        double decimal(int field) {
            return Double.parseDouble(text(field));
        }

        List<String> list(int field) {
            return text(field).isEmpty() ? List.of() : List.of(text(field).split(" +"));
        }
    }

    static <T> List<T> read(String name, Function<Entry, T> meaning) {
        var file = Vocabulary.class.getResourceAsStream("/demo/" + name + ".txt");
        if (file == null) throw new IllegalStateException("No word list " + name);
        try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Vocabulary::entry)
                    .map(meaning)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of one kind in {@code words.txt}. */
    static List<String> words(String kind) {
        return read("words", entry -> entry).stream()
                .filter(entry -> entry.text(0).equals(kind))
                .findFirst()
                .orElseThrow()
                .list(1);
    }

    private static Entry entry(String line) {
        return new Entry(Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
    }
}
