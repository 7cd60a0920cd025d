package org.uniongrid.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a union covers an employer: as its leader, alone, with others, by a union of an area or a trade, or as the last resort. */
public enum CoverMode {
    LED("牵头"),
    ALONE("单独"),
    JOINT("联合"),
    COVERED("覆盖"),
    CATCH_ALL("兜底");

    private final String term;

    CoverMode(String term) {
        this.term = term;
    }

    /** The term of the field, as it stands in lists that unions keep. */
    public String term() {
        return term;
    }

    /** Name of its message. */
    public String key() {
        return "cover.mode." + name().toLowerCase(Locale.ROOT);
    }

    /** By name or by term. */
    public static Optional<CoverMode> of(String text) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(text) || one.term.equals(text))
                .findFirst();
    }
}
