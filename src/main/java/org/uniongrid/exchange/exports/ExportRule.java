package org.uniongrid.exchange.exports;

import org.uniongrid.foundation.Rule;

/** What an export asks for. */
enum ExportRule implements Rule {
    EXPORT_WITHIN_A_SHEET,
    EXPORT_WITH_A_COLUMN,
    EXPORT_DOWNLOADED_ONCE,
    EXPORT_STILL_THERE,
    EXPORT_POST_STILL_HELD,
    EXPORT_STILL_UNDER_WAY,
    EXPORT_STILL_WAITING,
    EXPORT_APPROVED_BY_ANOTHER,
    EXPORT_REFUSED_FOR_A_REASON
}
