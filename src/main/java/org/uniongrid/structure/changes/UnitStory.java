package org.uniongrid.structure.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;

/**
 * A unit over time, whether it stands or was dissolved.
 *
 * @param standing whether it stands in the tree today
 * @param rest where it is looked for since it was dissolved, or null
 * @param above name of the unit it stands under today, or null
 */
public record UnitStory(
        long id,
        UUID publicId,
        String name,
        Category category,
        String state,
        boolean standing,
        @Nullable UUID rest,
        @Nullable String restName,
        @Nullable String above,
        List<Spell> names,
        List<Spell> places,
        List<Spell> states) {

    /**
     * Something that was so for a while.
     *
     * @param text a name, or a key of a state
     * @param unit the unit it speaks of, where that is within reach; or null
     * @param until the first day on which it was no more, or null
     */
    public record Spell(
            String text,
            @Nullable UUID unit,
            LocalDate since,
            @Nullable LocalDate until) {}
}
