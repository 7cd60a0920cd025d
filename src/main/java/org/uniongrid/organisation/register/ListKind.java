package org.uniongrid.organisation.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** A list of the register, and the columns that it can show beside the name. */
public enum ListKind {
    EMPLOYERS(
            "uscc",
            List.of("union", "people", "standing", "ownership", "term"),
            List.of("state", "industry", "insured", "party", "origin", "founded")),
    UNITS(
            "code",
            List.of("category", "chair", "people", "covered", "term"),
            List.of("state", "industry", "ownership", "founded", "uscc", "women", "migrants", "hardship", "cadres"));

    /** More do not fit beside one another. */
    public static final int MOST = 8;

    private final String code;
    private final List<String> usual;
    private final List<String> others;

    ListKind(String code, List<String> usual, List<String> others) {
        this.code = code;
        this.usual = usual;
        this.others = others;
    }

    /** By the last part of its address. */
    static ListKind of(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("list"));
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String address() {
        return "/organisation/" + path();
    }

    /** Columns where nobody chose others. */
    public List<String> usual() {
        return usual;
    }

    public List<String> columns() {
        return Stream.concat(usual.stream(), others.stream()).toList();
    }

    /** Columns of a workbook that say what these columns of the page do. */
    public List<String> exported(List<String> shown) {
        return Stream.concat(Stream.of("name", code), shown.stream().flatMap(ListKind::parts))
                .distinct()
                .toList();
    }

    private static Stream<String> parts(String column) {
        return column.equals("people") ? Stream.of("members", "staff") : Stream.of(column);
    }
}
