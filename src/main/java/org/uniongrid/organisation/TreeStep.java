package org.uniongrid.organisation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing to be written in the tree on a day. Units are named by their internal ids. */
public sealed interface TreeStep {

    /** The unit it is about. */
    long unit();

    /** A union begins under a parent, under a number that was reserved for it. */
    record Found(long unit, UUID publicId, NewUnion union, long parent) implements TreeStep {}

    /** From that day it has another name. */
    record Rename(long unit, String name) implements TreeStep {}

    /** From that day it stands under another parent. */
    record Place(long unit, long from, long parent) implements TreeStep {}

    /** It rests from that day. */
    record Suspend(long unit) implements TreeStep {}

    /** It is at work again. */
    record Resume(long unit) implements TreeStep {}

    /** Employers that a unit covered are covered by another, or by none. */
    record Cover(long unit, List<Long> employers, @Nullable Long to) implements TreeStep {

        public Cover {
            employers = List.copyOf(employers);
        }
    }

    /**
     * It is dissolved: its place, posts, tenures and committees end.
     *
     * @param rest the unit it is looked for at from then on
     */
    record End(long unit, long rest) implements TreeStep {}

    /** Its posts and tenures end, where some were given after it was decided that it ends. */
    record Close(long unit) implements TreeStep {}
}
