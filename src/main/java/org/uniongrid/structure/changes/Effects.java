package org.uniongrid.structure.changes;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change would bring about, in numbers and names.
 *
 * @param moved what comes to stand somewhere else, with all below it
 * @param covered employers that are covered otherwise
 * @param ended what ends with the units that are dissolved
 * @param loses who sees less than before
 * @param gains who sees more than before
 */
public record Effects(Moved moved, List<Covered> covered, Ended ended, Sight loses, Sight gains) {

    /**
     * Units that move with all below them. Counts of today.
     *
     * @param members persons, as the base unions report them
     * @param names the first of the units that move themselves
     */
    public record Moved(
            long units, long employers, long members, long posts, long tenures, List<String> names, long more) {}

    /**
     * Employers that go from one union to another, or to none.
     *
     * @param elsewhere whether they go to none and another union covers them besides
     */
    public record Covered(String from, @Nullable String to, boolean elsewhere, long employers, List<String> first) {}

    /** Posts that are closed, with those who hold them, and committees that end. */
    public record Ended(List<Post> posts, List<Committee> committees) {}

    /**
     * A post that is closed.
     *
     * @param holder null where nobody holds it
     */
    public record Post(
            String unit,
            String title,
            @Nullable Long personId,
            @Nullable UUID person,
            @Nullable String holder) {}

    /** A committee whose term ends with its unit. */
    public record Committee(String unit, String kind, long members) {}

    /** People in posts, the first of them by name. */
    public record Sight(long people, List<Seer> first) {}

    /** Somebody in a post that reaches down to what changes. */
    public record Seer(long personId, String name, String title, String unit) {}
}
