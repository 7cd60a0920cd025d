package org.uniongrid.access.tokens;

import org.uniongrid.foundation.Rule;

/** What tokens must keep to. */
public enum TokenRule implements Rule {
    TOKEN_IS_IN_FORCE,
    TOKEN_NAME_IS_FREE,
    TOKEN_LASTS_A_YEAR_AT_MOST,
    TOKEN_SCOPES_ARE_KNOWN,
    TOKEN_GRACE_IS_SHORT
}
