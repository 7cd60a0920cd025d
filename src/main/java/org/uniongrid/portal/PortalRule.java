package org.uniongrid.portal;

import org.uniongrid.foundation.Rule;

/** Rules of what workers do for themselves. */
public enum PortalRule implements Rule {
    MATTERS_ARE_CLOSED_FIRST,
    NUMBER_IS_NOBODY_ELSES
}
