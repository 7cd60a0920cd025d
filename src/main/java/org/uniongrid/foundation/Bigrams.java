package org.uniongrid.foundation;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pairs of neighbouring characters, for search in Chinese names: {@code 顺达物流} is found by {@code 达物}. Kept in a
 * {@code tsvector} with a GIN index, since a trigram index cannot serve a pattern of two characters.
 */
public final class Bigrams {

    private Bigrams() {}

    /**
     * What a {@code tsvector} column keeps of these texts: every pair of every text and its last character, ready for
     * {@code ::tsvector}.
     */
    public static String vector(String... texts) {
        var pairs = new LinkedHashSet<String>();
        for (var text : texts) {
            pairs.addAll(pairs(text));
            last(text).ifPresent(pairs::add);
        }
        return pairs.stream().map(Bigrams::quoted).collect(Collectors.joining(" "));
    }

    /**
     * A query that finds texts with all pairs of what was typed, ready for {@code ::tsquery}. One character finds every
     * pair that begins with it, and itself at the end. Empty where nothing was typed that could be searched for.
     */
    public static String query(String typed) {
        var clean = clean(typed);
        if (clean.codePointCount(0, clean.length()) == 1) return quoted(clean) + ":*";
        return pairs(typed).stream().map(Bigrams::quoted).collect(Collectors.joining(" & "));
    }

    private static Set<String> pairs(String text) {
        var points = clean(text).codePoints().toArray();
        var pairs = new LinkedHashSet<String>();
        for (int i = 0; i + 1 < points.length; i++) pairs.add(new String(points, i, 2));
        return pairs;
    }

    private static Optional<String> last(String text) {
        var clean = clean(text);
        return clean.isEmpty()
                ? Optional.empty()
                : Optional.of(clean.substring(clean.offsetByCodePoints(clean.length(), -1)));
    }

    private static String clean(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    private static String quoted(String pair) {
        return "'" + pair + "'";
    }
}
