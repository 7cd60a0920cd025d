package org.uniongrid.organisation.committees;

import java.util.Locale;

/** What somebody does in a committee. */
public enum CommitteeDuty {
    CHAIR,
    DEPUTY,
    MEMBER;

    /** Name of its message. */
    public String key() {
        return "committee.duty." + name().toLowerCase(Locale.ROOT);
    }
}
