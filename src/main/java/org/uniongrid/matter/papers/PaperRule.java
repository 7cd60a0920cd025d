package org.uniongrid.matter.papers;

import org.uniongrid.foundation.Rule;

/** Rules of the papers of matters. */
enum PaperRule implements Rule {
    /** Values: name of the file. */
    PAPER_IS_OF_A_KNOWN_TYPE,
    /** Values: name of the file. */
    PAPER_HAS_NO_MACROS,
    /** Values: name of the file. */
    PAPER_IS_WHOLE,
    /** Values: name of the file, megabytes. */
    PAPER_IS_SMALL,
    /** Values: how many, megabytes. */
    PAPERS_FIT_IN,
    /** Values: name of the file. */
    PAPER_HAS_NO_VIRUS,
    /** Values: name of the file. */
    PAPER_WAS_SCANNED,
    ONLY_HANDLERS_KEEP_PAPERS_INSIDE,
    WHO_ADDED_IT_TAKES_IT_BACK
}
