package org.uniongrid.people;

import java.util.Locale;

/** How somebody is employed 就业状况. */
public enum Employment {
    AT_WORK,
    FLEXIBLE,
    LAID_OFF,
    UNEMPLOYED,
    RETIRED,
    EARLY_RETIRED,
    SICK_LEAVE;

    public String key() {
        return "person.employment." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
