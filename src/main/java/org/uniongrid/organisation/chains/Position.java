package org.uniongrid.organisation.chains;

import java.util.List;
import java.util.Locale;

/** Where an employer stands in a chain: it leads it, supplies it, sells what it makes, or serves it. */
public enum Position {
    UPSTREAM("上游"),
    OWNER("链主"),
    DOWNSTREAM("下游"),
    SERVICE("配套");

    /** Those that many may have at once. */
    public static final List<Position> SHARED = List.of(UPSTREAM, DOWNSTREAM, SERVICE);

    private final String term;

    Position(String term) {
        this.term = term;
    }

    /** The term of the field. */
    public String term() {
        return term;
    }

    /** Name of its message. */
    public String key() {
        return "chain.position." + name().toLowerCase(Locale.ROOT);
    }
}
