package org.uniongrid.exchange.imports;

import org.uniongrid.foundation.Rule;

/** What an import asks for. */
enum ImportRule implements Rule {
    IMPORT_STILL_OPEN,
    IMPORT_WITHOUT_FAULT,
    IMPORT_WITH_A_GOOD_ROW
}
