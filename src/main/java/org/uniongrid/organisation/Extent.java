package org.uniongrid.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;

/** How far a role lets its holder see, told from the unit of the post. */
public enum Extent {
    OWN,
    BELOW,
    CELL,
    SELF;

    /** Name of its message. */
    public String key() {
        return "role.reach." + name().toLowerCase(Locale.ROOT);
    }

    /** The reach of a post; in an outside body, which stands in no line, it is never more than matters. */
    Reach of(long person, UUID post, @Nullable Scope unit, boolean isGuest) {
        if (isGuest) return new Reach.Matters(person, Set.of(post));
        return switch (this) {
            case CELL -> new Reach.Cell();
            case SELF -> new Reach.Self(person);
            case OWN -> unit == null ? Reach.Units.NONE : new Reach.Units(List.of(), List.of(unit));
            case BELOW -> unit == null ? Reach.Units.NONE : new Reach.Units(List.of(unit));
        };
    }
}
