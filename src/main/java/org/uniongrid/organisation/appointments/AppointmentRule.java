package org.uniongrid.organisation.appointments;

import org.uniongrid.foundation.Rule;

/** What appointments keep to. */
enum AppointmentRule implements Rule {
    NOBODY_APPOINTS_THEMSELVES,
    NOBODY_ENDS_THEMSELVES,
    NOBODY_GIVES_MORE_THAN_THEY_HOLD,
    NOBODY_TAKES_MORE_THAN_THEY_HOLD,
    POST_IS_OPEN,
    POST_IS_VACANT_BEFORE_IT_CLOSES,
    POST_HAS_ONE_HOLDER,
    TENURE_BEGINS_TODAY_OR_LATER,
    TENURE_ENDS_AFTER_IT_BEGINS,
    TENURE_ENDS_TODAY_OR_LATER,
    TENURE_IS_NOT_OVER,
    STANDING_IN_HAS_AN_END,
    ROLES_EXCLUDE_ONE_ANOTHER
}
