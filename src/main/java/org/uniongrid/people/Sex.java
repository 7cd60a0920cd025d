package org.uniongrid.people;

import java.util.Locale;

/** As the identity number tells it (GB/T 2261.1). */
public enum Sex {
    WOMAN,
    MAN;

    public String key() {
        return "person.sex." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
