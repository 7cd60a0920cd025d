package org.uniongrid.structure.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.web.Said;

/**
 * A change that was decided, as its page shows it.
 *
 * @param lines what it did, a sentence each
 * @param undoneFor why it was taken back, or null
 */
public record Decided(
        long id,
        UUID publicId,
        ChangeKind kind,
        ChangeState state,
        LocalDate effectiveOn,
        UUID subject,
        String subjectName,
        String reason,
        @Nullable String paper,
        List<Said> lines,
        String personName,
        Instant createdAt,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Nullable String undoneFor) {

    public boolean stands() {
        return state.stands();
    }
}
