package org.uniongrid.organisation.roles;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Whose work a permission belongs to. The duties of two administrators never meet in one role. */
public enum Duty {
    WORK,
    SHARED,
    SYSTEM,
    SECURITY,
    AUDIT;

    private static final Set<Duty> SEPARATE = EnumSet.of(SECURITY, AUDIT);

    /** Name of its message. */
    public String key() {
        return "permission.duty." + name().toLowerCase(Locale.ROOT);
    }

    public boolean isOfAnAdministrator() {
        return this == SYSTEM || this == SECURITY || this == AUDIT;
    }

    /** Whether one role may have them all. Work goes with the system administrator's duty, with no other's. */
    static boolean mayMeet(Collection<Duty> duties) {
        var kinds = EnumSet.noneOf(Duty.class);
        kinds.addAll(duties);
        kinds.remove(SHARED);
        return kinds.size() < 2 || kinds.stream().noneMatch(SEPARATE::contains);
    }
}
