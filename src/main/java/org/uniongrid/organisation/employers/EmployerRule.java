package org.uniongrid.organisation.employers;

import org.uniongrid.foundation.Rule;

/** What entries of employers keep to. */
enum EmployerRule implements Rule {
    CREDIT_CODE_IS_NEW,
    SEAT_LIES_WITHIN_REACH,
    STATE_IS_ANOTHER,
    STATE_CHANGES_TODAY_OR_EARLIER,
    STATE_CHANGES_AFTER_THE_LAST_CHANGE,
    CLOSING_COMES_AFTER_THE_FOUNDING,
    CLOSING_COMES_AFTER_COVER_BEGAN,
    INSURED_YEAR_HAS_BEGUN,
    UNION_IS_ANOTHER
}
