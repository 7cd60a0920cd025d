package org.uniongrid.organisation;

import java.util.List;
import java.util.Locale;

/** What kind of union a unit is. */
public enum Category {
    FEDERATION("总工会"),
    REGIONAL("区域性工会联合会"),
    INDUSTRIAL("行业性工会联合会"),
    CHAIN("产业链工会联合会"),
    JOINT("联合工会"),
    ENTERPRISE("企业工会"),
    VILLAGE("村（社区）工会"),
    GROUP("工会小组"),
    GUEST("外部单位");

    /** Those without whom a tree is easier to read: they are found in the list. */
    public static final List<String> BASE_NAMES = List.of("ENTERPRISE", "VILLAGE", "GROUP");

    private final String term;

    Category(String term) {
        this.term = term;
    }

    /** The term of the field, as it stands in lists that unions keep. */
    public String term() {
        return term;
    }

    /** Whether a union of this kind has members of its own and covers employers. */
    public boolean isBase() {
        return switch (this) {
            case JOINT, ENTERPRISE, VILLAGE, GROUP -> true;
            case FEDERATION, REGIONAL, INDUSTRIAL, CHAIN, GUEST -> false;
        };
    }

    /** Whether a union of this kind may stand directly under one of that kind; federations by their tiers, too. */
    public boolean mayStandUnder(Category parent) {
        return switch (this) {
            case FEDERATION -> parent == FEDERATION;
            case REGIONAL, INDUSTRIAL, CHAIN -> parent.leads();
            case JOINT, VILLAGE -> parent.leads() || parent == JOINT || parent == VILLAGE;
            case ENTERPRISE, GROUP -> parent != GROUP && parent != GUEST;
            case GUEST -> false;
        };
    }

    private boolean leads() {
        return this == FEDERATION || this == REGIONAL || this == INDUSTRIAL || this == CHAIN;
    }

    /** Name of its message. */
    public String key() {
        return "unit.category." + name().toLowerCase(Locale.ROOT);
    }
}
