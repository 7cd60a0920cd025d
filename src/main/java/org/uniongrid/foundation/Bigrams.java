package org.uniongrid.foundation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pairs of neighbouring characters, for search in Chinese names: {@code 顺达物流} is found by {@code 达物}. Kept in a
 * {@code tsvector} with a GIN index, since a trigram index cannot serve a pattern of two characters.
 */
public final class Bigrams {

    /** Also the wide space of Chinese keyboards. */
    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");

    /** From a wide letter or digit of Chinese keyboards to the plain one. */
    private static final int WIDER = 'Ａ' - 'A';

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
     * A query that finds texts with all pairs of every word that was typed, ready for {@code ::tsquery}. A word of one
     * character finds every pair that begins with it, and itself at the end. Empty where nothing was typed that could
     * be searched for. Pairs may stand apart in a text that is found, so that each word is still to be looked for.
     */
    public static String query(String typed) {
        return words(typed).stream()
                .map(Bigrams::clean)
                .filter(word -> !word.isEmpty())
                .map(Bigrams::queryOf)
                .collect(Collectors.joining(" & "));
    }

    private static String queryOf(String word) {
        if (word.codePointCount(0, word.length()) == 1) return quoted(word) + ":*";
        return pairs(word).stream().map(Bigrams::quoted).collect(Collectors.joining(" & "));
    }

    /** Whether a word is one pair: what {@link #query} finds by it has it, and need not be looked through again. */
    public static boolean isPair(String word) {
        return word.codePointCount(0, word.length()) == 2 && word.codePoints().allMatch(Character::isLetterOrDigit);
    }

    /** What was typed, word by word, with letters and digits of one width. */
    public static List<String> words(String typed) {
        return SPACES.splitAsStream(narrow(typed))
                .filter(word -> !word.isEmpty())
                .toList();
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
                .map(Bigrams::narrow)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    private static String narrow(String text) {
        return text.codePoints()
                .map(Bigrams::narrow)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int narrow(int point) {
        var isWide = point >= '０' && point <= '９' || point >= 'Ａ' && point <= 'Ｚ' || point >= 'ａ' && point <= 'ｚ';
        return isWide ? point - WIDER : point;
    }

    private static String quoted(String pair) {
        return "'" + pair + "'";
    }
}
