package org.uniongrid.exchange.exports;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.ExportKind;

/** Up to how many rows an export goes which way. */
@Component
class Borders {

    /** So many are made in the request and sent straight. */
    static final int AT_ONCE = 5_000;

    /** So many fit into one sheet. */
    static final int MOST = 1_000_000;

    private static final int PERSONAL = 500;

    private final int approval;

    Borders(@Value("${uniongrid.export-approval:10000}") int approval) {
        if (approval < 1) throw new IllegalArgumentException("UNIONGRID_EXPORT_APPROVAL must be at least 1");
        this.approval = approval;
    }

    /** So many need no approval. */
    int unapproved(ExportKind kind) {
        if (kind.inFull()) return 0;
        return kind.personal() ? Math.min(PERSONAL, approval) : approval;
    }
}
