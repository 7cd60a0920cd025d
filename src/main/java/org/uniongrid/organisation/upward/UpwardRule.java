package org.uniongrid.organisation.upward;

import org.uniongrid.foundation.Rule;

/** What batches for the register above keep to. */
enum UpwardRule implements Rule {
    UPWARD_HAS_SOMETHING_TO_REPORT,
    UPWARD_FITS_ONE_FILE,
    UPWARD_BATCH_IS_IN_USE,
    UPWARD_BATCH_WAS_EXPORTED,
    UPWARD_BATCH_IS_NOT_REPORTED,
    UPWARD_DAY_LIES_BETWEEN,
    UPWARD_REPORTS_ARE_AS_CHECKED
}
