package org.uniongrid.people;

import java.util.Locale;

/** Highest schooling 学历 (groups of GB/T 4658). */
public enum Schooling {
    POSTGRADUATE,
    BACHELOR,
    COLLEGE,
    VOCATIONAL,
    SENIOR_HIGH,
    JUNIOR_HIGH,
    PRIMARY;

    public String key() {
        return "person.schooling." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
