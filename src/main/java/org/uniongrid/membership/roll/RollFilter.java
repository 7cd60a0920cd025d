package org.uniongrid.membership.roll;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Standing;

/**
 * What a roll is narrowed down to.
 *
 * @param q words of a name, or a number of a person or a card; null for none
 * @param workerClass key of a class
 * @param doubt one whose members are wanted; null for none
 */
record RollFilter(
        @Nullable String q,
        @Nullable MemberState state,
        @Nullable String workerClass,
        @Nullable Standing standing,
        @Nullable UUID doubt) {

    static RollFilter of(Map<String, String> asked) {
        return new RollFilter(
                text(asked, "q").orElse(null),
                text(asked, "state")
                        .flatMap(name -> Arrays.stream(MemberState.values())
                                .filter(one -> one.name().equals(name))
                                .findFirst())
                        .orElse(null),
                text(asked, "class").orElse(null),
                text(asked, "standing")
                        .flatMap(name -> Arrays.stream(Standing.values())
                                .filter(one -> one.name().equals(name))
                                .findFirst())
                        .orElse(null),
                text(asked, "doubt").flatMap(RollFilter::id).orElse(null));
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    boolean isNarrow() {
        return q != null || state != null || workerClass != null || standing != null || doubt != null;
    }

    /** Whether somebody is looked for by a number of theirs. */
    boolean isByNumber() {
        return q != null && q.matches(".*[0-9]{5}.*");
    }

    /** As an address has it. */
    Map<String, String> values() {
        var values = new HashMap<String, String>();
        if (q != null) values.put("q", q);
        if (state != null) values.put("state", state.name());
        if (workerClass != null) values.put("class", workerClass);
        if (standing != null) values.put("standing", standing.name());
        if (doubt != null) values.put("doubt", doubt.toString());
        return values;
    }
}
