package org.uniongrid.access;

import org.uniongrid.foundation.Rule;

/** What passwords, codes and the keeping of accounts must keep to. */
public enum AccessRule implements Rule {
    PASSWORD_IS_NOT_TRIED_TOO_OFTEN,
    PASSWORD_IS_NOW_RIGHT,
    PASSWORD_LENGTH,
    PASSWORD_IS_NEW,
    PASSWORD_IS_NOT_ONE_OF_THE_LAST_FIVE,
    PASSWORD_HAS_THREE_KINDS,
    PASSWORD_IS_NOT_COMMON,
    PASSWORD_IS_NOT_THE_LOGIN,
    PASSWORD_IS_NOT_THE_NAME,
    PASSWORD_TWICE_THE_SAME,
    CODE_IS_RIGHT,
    SECOND_FACTOR_IS_REQUIRED,
    NOT_ONES_OWN_ACCOUNT,
    LOGIN_IS_WELL_FORMED,
    LOGIN_IS_FREE,
    PERSON_HOLDS_A_POST,
    DISABLING_HAS_A_REASON,
    INVITATION_IS_OPEN,
    /** Values: minutes until one may be asked for again. */
    PHONE_CODES_ARE_FEW,
    PHONE_CODE_IS_RIGHT
}
