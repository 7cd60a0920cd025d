package org.uniongrid.organisation.duplicates;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of two entries that may be one employer, with all that belongs to it.
 *
 * @param union the main union, or null where none covers it
 * @param values what it says, by field, as text; a field that says nothing is not among them
 * @param insured persons by year
 */
public record Twin(
        long id,
        UUID publicId,
        String name,
        @Nullable String uscc,
        @Nullable Long union,
        Map<String, String> values,
        List<Spell> covers,
        Map<Integer, Integer> insured,
        List<Spell> chains) {

    /**
     * A spell of cover by a union, or of membership in a chain.
     *
     * @param of the union or the chain
     * @param name null where it lies out of reach
     * @param word the way of cover or the position
     */
    public record Spell(
            long of,
            @Nullable String name,
            String word,
            LocalDate from,
            @Nullable LocalDate until) {

        Timeline.Stretch stretch() {
            return new Timeline.Stretch(of, word, from, until);
        }
    }

    /** Whether two are what they were, for a page that was shown before. */
    static String fingerprint(Twin one, Twin other) {
        return Integer.toHexString((one.toString() + other).hashCode());
    }
}
