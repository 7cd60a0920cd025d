package org.uniongrid.people;

import java.util.Locale;

/** Registered household 户籍: who comes from the country and works in town is a migrant worker 农民工. */
public enum Household {
    URBAN,
    RURAL;

    public String key() {
        return "person.household." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
