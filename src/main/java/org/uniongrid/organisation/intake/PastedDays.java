package org.uniongrid.organisation.intake;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Days as people paste them, one a line: {@code 2026-10-01 休 国庆节}. A line without a name has that of the line above. What
 * is no such line stays as it is, so that the check says what is wrong with it.
 */
final class PastedDays {

    private static final Pattern LINE =
            Pattern.compile("(?<day>[\\d年月日./-]+)[\\s,，、:：(（]*(?<kind>\\p{IsHan}+)[\\s,，、()（）]*(?<name>[^()（）]*)[)）]*");

    private static final Map<String, String> TERMS = Map.of("休", "放假", "班", "上班");

    private String name = "节假日";

    private PastedDays() {}

    /** The lines of a file with headings. */
    static String asCsv(String pasted) {
        var days = new PastedDays();
        return Stream.concat(Stream.of("日期,安排,节日"), pasted.strip().lines().map(days::line))
                .collect(Collectors.joining("\n"));
    }

    private String line(String typed) {
        if (typed.isBlank()) return "";
        var read = LINE.matcher(typed.strip());
        if (!read.matches()) return quoted(typed.strip()) + ",,";
        if (!read.group("name").isBlank()) name = read.group("name").strip();
        var kind = read.group("kind");
        return Stream.of(read.group("day").strip(), TERMS.getOrDefault(kind, kind), name)
                .map(PastedDays::quoted)
                .collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
