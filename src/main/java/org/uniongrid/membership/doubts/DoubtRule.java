package org.uniongrid.membership.doubts;

import java.util.Locale;

/** What speaks against a roll being real. */
public enum DoubtRule {
    /** Members' phones are consecutive numbers. */
    PHONES_IN_A_ROW,
    /** Several members have one bank account. */
    ONE_ACCOUNT,
    /** More members than the employers of the union have staff. */
    MORE_THAN_STAFF,
    /** More came within thirty days than a union grows by. */
    FAST_GROWTH;

    /** Message key of its name. */
    public String key() {
        return "doubt.rule." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
