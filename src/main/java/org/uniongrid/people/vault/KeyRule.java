package org.uniongrid.people.vault;

import org.uniongrid.foundation.Rule;

/** Rules of the keys. */
enum KeyRule implements Rule {
    ONE_ROTATION_AT_A_TIME
}
