package org.uniongrid.notice;

import org.uniongrid.foundation.Rule;

/** What sending keeps to. */
public enum NoticeRule implements Rule {
    TEST_MESSAGES_ARE_FEW,
    ONLY_WHAT_STANDS_STILL_IS_DECIDED,
    A_DECISION_HAS_A_REASON
}
