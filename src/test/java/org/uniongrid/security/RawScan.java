package org.uniongrid.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Looks for words in bytes, however they may be written: in several character sets, in hexadecimal, in base64. */
final class RawScan {

    /** Form by the bytes that it would be, as characters of one byte each. */
    private final Map<String, String> forms = new LinkedHashMap<>();

    RawScan(List<String> words) {
        for (var word : words) {
            add(word, "UTF-8", word.getBytes(UTF_8));
            add(word, "UTF-16LE", word.getBytes(UTF_16LE));
            add(word, "UTF-16BE", word.getBytes(UTF_16BE));
            var hex = HexFormat.of().formatHex(word.getBytes(UTF_8));
            add(word, "hex", hex.getBytes(UTF_8));
            add(word, "HEX", hex.toUpperCase(java.util.Locale.ROOT).getBytes(UTF_8));
            for (int before = 0; before < 3; before++) add(word, "base64 at " + before, base64(word, before));
        }
    }

    private void add(String word, String form, byte[] bytes) {
        forms.put(word + " in " + form, new String(bytes, ISO_8859_1));
    }

    /** The letters that are the same whatever stands around the word. */
    private static byte[] base64(String word, int before) {
        var bytes = (" ".repeat(before) + word).getBytes(UTF_8);
        var text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        var start = before == 0 ? 0 : before + 1;
        var end = bytes.length % 3 == 0 ? text.length() : text.length() - 1;
        return text.substring(start, end).getBytes(UTF_8);
    }

    /** Which words stand in this text, and in which form. */
    List<String> in(String where, String text) {
        return found(where, new String(text.getBytes(UTF_8), ISO_8859_1));
    }

    private List<String> found(String where, String bytes) {
        var found = new ArrayList<String>();
        forms.forEach((form, written) -> {
            if (bytes.contains(written)) found.add(form + " of " + where);
        });
        return found;
    }

    /** Which words stand in any file below this folder. */
    List<String> below(Path folder) {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                found.addAll(
                        found(folder.relativize(file).toString(), new String(Files.readAllBytes(file), ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(found);
    }
}
