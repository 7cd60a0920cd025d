package org.uniongrid.organisation;

import org.uniongrid.foundation.Rule;

/** What the cover of an employer by a union keeps to. */
public enum CoverRule implements Rule {
    /** A base union covers in any way; a federation of any kind only an area's or trade's employers, or as the last resort. */
    UNION_COVERS_IN_THIS_WAY,
    EMPLOYER_IS_NOT_CLOSED,
    UNION_STANDS_IN_THE_TREE_THEN,
    COVER_IS_NOT_DOUBLED,
    COVER_ENDS_AFTER_IT_BEGINS,
    COVER_IS_NOT_OVER
}
