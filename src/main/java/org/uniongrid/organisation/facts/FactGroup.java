package org.uniongrid.organisation.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What belongs together of the facts of a union. */
public enum FactGroup {
    IDENTITY,
    FOUNDING,
    TERM,
    PEOPLE,
    IN_PLACE;

    public List<UnitField> fields() {
        return Arrays.stream(UnitField.values())
                .filter(field -> field.group() == this)
                .toList();
    }

    /** Name of its message. */
    public String key() {
        return "unit.facts." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
