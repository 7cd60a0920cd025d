package org.uniongrid.matter.links;

import org.uniongrid.foundation.Rule;

/** Rules of one-task links. */
enum LinkRule implements Rule {
    /** Values: name of the person. */
    LINK_GOES_TO_A_PHONE,
    LINK_GOES_TO_WHO_HAS_THE_STEP,
    LINK_CODE_IS_RIGHT
}
