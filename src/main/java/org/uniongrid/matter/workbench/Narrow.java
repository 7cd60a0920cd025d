package org.uniongrid.matter.workbench;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uniongrid.matter.MatterState;
import org.uniongrid.matter.Matters;

/**
 * What a list is narrowed down to; what is null or false narrows nothing.
 *
 * @param year with {@code nr} the number of a matter
 * @param post public id of the one that has a step of it
 * @param late whether only what is past its deadline
 */
public record Narrow(
        @Nullable String kind,
        @Nullable MatterState state,
        @Nullable Integer year,
        @Nullable Integer nr,
        @Nullable UUID post,
        boolean late,
        String typed) {

    static final Narrow NOTHING = new Narrow(null, null, null, null, null, false, "");

    /** Its few or many steps are found first, whatever the list. */
    private static final String HELD_BY = """
             and m.id = any (array(
                select t.matter_id from organisation.post o join organisation.unit u on u.id = o.unit_id and organisation.sees(:reach, u.scope)
                join matter.task t on t.holder_id = o.id
                where o.public_id = :heldBy and t.holder_kind = 'POST' and t.state <> 'DONE'))
            """;

    private static final Pattern NUMBER = Pattern.compile("\\D*(2\\d{3})\\D+(\\d{1,8})\\D*");

    /** @param number as people write it: 2026-15, 事〔2026〕15 号 */
    static Narrow of(
            Optional<String> kind,
            Optional<String> state,
            Optional<String> number,
            Optional<UUID> post,
            Optional<String> late) {
        var typed = number.orElse("").strip();
        var read = NUMBER.matcher(typed);
        var found = read.matches();
        return new Narrow(
                kind.filter(one -> !one.isEmpty()).orElse(null),
                state.filter(one -> !one.isEmpty()).flatMap(Narrow::state).orElse(null),
                found ? Integer.valueOf(read.group(1)) : null,
                found ? Integer.valueOf(read.group(2)) : null,
                post.orElse(null),
                late.filter("true"::equals).isPresent(),
                typed);
    }

    private static Optional<MatterState> state(String name) {
        for (var state : MatterState.values()) if (state.name().equals(name)) return Optional.of(state);
        return Optional.empty();
    }

    /** Whether something was typed that is no number of a matter. */
    public boolean isUnreadable() {
        return !typed.isEmpty() && nr == null;
    }

    public boolean isNothing() {
        return kind == null && state == null && typed.isEmpty() && post == null && !late;
    }

    /** Conditions on a matter {@code m}, each with its parameter. */
    String sql() {
        return (kind == null ? "" : " and m.kind = :kind")
                + (state == null ? "" : " and " + Matters.STATE + " = :state")
                + (nr == null ? "" : " and m.year = :year and m.nr = :nr")
                + (post == null ? "" : HELD_BY)
                + (isUnreadable() ? " and false" : "");
    }
}
