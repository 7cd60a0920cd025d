package org.uniongrid.membership.doubts;

import java.math.BigDecimal;
import org.uniongrid.organisation.RulePack;

/**
 * From when on a roll is asked about.
 *
 * @param row phones in a row
 * @param shared members with one account
 * @param growth percent of the members thirty days ago
 * @param least members: smaller growth is not asked about
 * @param mend calendar days that the union has before the unions above see it
 * @param again calendar days after it was sent back
 */
record Thresholds(int row, int shared, BigDecimal growth, int least, int mend, int again) {

    static final String SUBJECT = "member-doubts";

    static Thresholds of(RulePack pack) {
        return new Thresholds(
                pack.number("row"),
                pack.number("shared"),
                pack.percent("growth"),
                pack.number("least"),
                pack.days("mend"),
                pack.days("again"));
    }

    /** A union that began within the thirty days grows from nothing: that is no doubt. */
    boolean isFast(long before, long came) {
        return before > 0
                && came >= least
                && BigDecimal.valueOf(came * 100).compareTo(growth.multiply(BigDecimal.valueOf(before))) > 0;
    }
}
