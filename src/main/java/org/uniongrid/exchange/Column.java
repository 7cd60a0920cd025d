package org.uniongrid.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that an import knows.
 *
 * @param key in kebab case, as {@link ImportRow#cell} asks for it
 * @param headers what may stand above it, the one of the template first; spaces, letter case, width of characters and a
 *     trailing asterisk do not matter
 * @param example what the template shows, or empty
 * @param note message key of what the template says about it, or null
 * @param options what may be written, such as {@code 110 国有}: the drop-down of the template; empty where anything may
 */
public record Column(
        String key,
        List<String> headers,
        Need need,
        String example,
        @Nullable String note,
        List<String> options) {

    /** What becomes of a column's content. */
    public enum Need {
        REQUIRED,
        OPTIONAL,
        /** Optional, and kept only sealed: numbers of people. */
        SECRET,
        /** Recognised, but neither kept nor checked. */
        SKIPPED
    }

    public Column {
        headers = List.copyOf(headers);
        options = List.copyOf(options);
        if (headers.isEmpty()) throw new IllegalArgumentException("No header for column " + key);
    }

    public static Column required(String key, String... headers) {
        return new Column(key, List.of(headers), Need.REQUIRED, "", null, List.of());
    }

    public static Column optional(String key, String... headers) {
        return new Column(key, List.of(headers), Need.OPTIONAL, "", null, List.of());
    }

    public static Column secret(String key, String... headers) {
        return new Column(key, List.of(headers), Need.SECRET, "", null, List.of());
    }

    public static Column skipped(String key, String... headers) {
        return new Column(key, List.of(headers), Need.SKIPPED, "", null, List.of());
    }

    public Column like(String anExample) {
        return new Column(key, headers, need, anExample, note, options);
    }

    public Column noted(String messageKey) {
        return new Column(key, headers, need, example, messageKey, options);
    }

    /** Offers these in the template; the kind that reads the column knows them again. */
    public Column offering(List<String> someOptions) {
        return new Column(key, headers, need, example, note, someOptions);
    }

    public String header() {
        return headers.getFirst();
    }

    public boolean isRequired() {
        return need == Need.REQUIRED;
    }

    public boolean isSecret() {
        return need == Need.SECRET;
    }

    public boolean isKept() {
        return need != Need.SKIPPED;
    }
}
