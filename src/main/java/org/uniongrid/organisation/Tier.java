package org.uniongrid.organisation;

import java.util.Locale;

/** At which tier of government a federation stands. */
public enum Tier {
    PROVINCE("省"),
    CITY("市"),
    DISTRICT("区县"),
    ZONE("开发区"),
    TOWNSHIP("乡镇街道");

    private final String term;

    Tier(String term) {
        this.term = term;
    }

    /** The term of the field, as it stands in lists that unions keep. */
    public String term() {
        return term;
    }

    /** Name of its message. */
    public String key() {
        return "unit.tier." + name().toLowerCase(Locale.ROOT);
    }
}
