package org.uniongrid.people.reveal;

import org.uniongrid.foundation.Rule;

/** Rules of seeing personal data in full. */
enum RevealRule implements Rule {
    /** So many a person and day, whatever the number of requests and processes. */
    REVEALS_A_DAY
}
