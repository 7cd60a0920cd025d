package org.uniongrid.foundation;

import java.util.Locale;

/** A rule of the work that software enforces. Modules list theirs in an enum; {@code key()} names the message. */
public interface Rule {

    String name();

    default String key() {
        return "rule." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default void require(boolean kept) {
        if (!kept) throw new RuleBroken(this);
    }
}
