package org.uniongrid.casework;

import java.util.Locale;

/** How hard a case is: the three grades of time limits of the national hotline of unions (2023); the days are the rule pack's. */
public enum Grade {
    /** 一般 */
    GENERAL,
    /** 疑难 */
    DIFFICULT,
    /** 特别复杂 */
    COMPLEX;

    public String key() {
        return "case.grade." + clock();
    }

    /** Name of the value in the rule pack {@code hotline}. */
    public String clock() {
        return name().toLowerCase(Locale.ROOT);
    }
}
