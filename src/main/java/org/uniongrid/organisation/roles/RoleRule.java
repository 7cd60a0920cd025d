package org.uniongrid.organisation.roles;

import org.uniongrid.foundation.Rule;

/** What roles keep to, so that nobody holds too much in one hand. */
enum RoleRule implements Rule {
    ROLE_IS_NOT_FIXED,
    ROLE_IS_NOT_RETIRED,
    ROLE_IS_NOT_ONES_OWN,
    ROLE_NAME_IS_NEW,
    ROLE_DUTIES_KEEP_APART,
    ROLE_OF_AN_ADMINISTRATOR_REACHES_THE_CELL,
    ROLE_REACH_FITS_ITS_POSTS,
    ROLE_OF_THE_PLATFORM_STAYS,
    ROLE_IS_HELD_BY_NOBODY,
    ROLES_ARE_TWO,
    ROLES_ARE_NOT_HELD_TOGETHER,
    ROLE_PAIR_IS_NOT_FIXED
}
