package org.uniongrid.organisation;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Size of an employer by its year-end head count in social insurance. Unions of enterprises are appraised in three
 * classes by it: under 100, 100 to 300, over 300.
 */
public enum SizeClass {
    UNDER_100,
    FROM_100,
    OVER_300;

    /** The fewest insured persons of the middle class. */
    public static final int MIDDLE_FROM = 100;

    /** The most insured persons of the middle class. */
    public static final int MIDDLE_TO = 300;

    /** The class of so many insured persons; empty where none were reported. */
    public static Optional<SizeClass> of(@Nullable Integer insured) {
        if (insured == null) return Optional.empty();
        if (insured < MIDDLE_FROM) return Optional.of(UNDER_100);
        return Optional.of(insured <= MIDDLE_TO ? FROM_100 : OVER_300);
    }

    /** Name of its message. */
    public String key() {
        return "employer.size-class." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fewest insured persons in it. */
    public int from() {
        return switch (this) {
            case UNDER_100 -> 0;
            case FROM_100 -> MIDDLE_FROM;
            case OVER_300 -> MIDDLE_TO + 1;
        };
    }

    /** The most insured persons in it. */
    public int to() {
        return switch (this) {
            case UNDER_100 -> MIDDLE_FROM - 1;
            case FROM_100 -> MIDDLE_TO;
            case OVER_300 -> Integer.MAX_VALUE;
        };
    }
}
