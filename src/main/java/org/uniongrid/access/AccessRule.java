package org.uniongrid.access;

import org.uniongrid.foundation.Rule;

/** What a new password must keep to. */
enum AccessRule implements Rule {
    PASSWORD_IS_NOT_TRIED_TOO_OFTEN,
    PASSWORD_IS_NOW_RIGHT,
    PASSWORD_LENGTH,
    PASSWORD_IS_NEW,
    PASSWORD_IS_NOT_THE_LOGIN,
    PASSWORD_TWICE_THE_SAME
}
