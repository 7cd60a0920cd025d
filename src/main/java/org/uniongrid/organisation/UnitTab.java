package org.uniongrid.organisation;

import java.util.Locale;
import java.util.UUID;

/** The parts of a unit's page, each at an address of its own. */
public enum UnitTab {
    FACTS(""),
    PEOPLE("/people"),
    EMPLOYERS("/employers"),
    LINES("/lines"),
    HISTORY("/history");

    private final String path;

    UnitTab(String path) {
        this.path = path;
    }

    public String href(UUID unit) {
        return "/organisation/units/" + unit + path;
    }

    /** Name of its message. */
    public String key() {
        return "unit.tab." + name().toLowerCase(Locale.ROOT);
    }
}
