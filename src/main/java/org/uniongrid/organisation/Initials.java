package org.uniongrid.organisation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * First letters of the pinyin of a name, for search by them: {@code 云州市总工会} is found by {@code zgh}. A character that
 * is read in several ways stands for each of its letters. Marked by {@code ~}, so that they never meet pairs of characters.
 */
final class Initials {

    /** Stands with every text that has them. */
    static final String MARK = "'~1'";

    /** Letters of one entry; a longer word must have all its entries. */
    private static final int LENGTH = 4;

    private static final int SHORTEST = 2;

    /** Ways to read so many characters that are kept. */
    private static final int READINGS = 16;

    private static final Pattern LETTERS = Pattern.compile("[a-z]{2,}");
    private static final Map<Integer, List<String>> KNOWN = new ConcurrentHashMap<>();

    private Initials() {}

    /** What a {@code tsvector} keeps of a name. */
    static String vector(String name) {
        var letters = name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Initials::of)
                .filter(each -> !each.isEmpty())
                .toList();
        var entries = IntStream.range(0, letters.size())
                .mapToObj(from -> letters.subList(from, Math.min(from + LENGTH, letters.size())))
                .filter(part -> part.size() >= SHORTEST)
                .flatMap(part -> readings(part).stream())
                .map(entry -> "'~" + entry + "'")
                .distinct();
        return Stream.concat(Stream.of(MARK), entries).collect(Collectors.joining(" "));
    }

    /** A query that finds names with these initials somewhere; empty where the word cannot be initials. */
    static String query(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        if (!LETTERS.matcher(small).matches()) return "";
        if (small.length() < LENGTH) return "'~" + small + "':*";
        return IntStream.rangeClosed(0, small.length() - LENGTH)
                .mapToObj(from -> "'~" + small.substring(from, from + LENGTH) + "'")
                .collect(Collectors.joining(" & "));
    }

    private static Set<String> readings(List<List<String>> part) {
        var ways = Set.of("");
        for (var letters : part)
            ways = ways.stream()
                    .flatMap(way -> letters.stream().map(letter -> way + letter))
                    .limit(READINGS)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        return ways;
    }

    private static List<String> of(int character) {
        if (character < 128) return List.of(Character.toString(Character.toLowerCase(character)));
        return Character.isBmpCodePoint(character) ? KNOWN.computeIfAbsent(character, Initials::read) : List.of();
    }

    private static List<String> read(int character) {
        var read = PinyinHelper.toHanyuPinyinStringArray((char) character);
        return read == null
                ? List.of()
                : Stream.of(read).map(sound -> sound.substring(0, 1)).distinct().toList();
    }
}
