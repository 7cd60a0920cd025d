package org.uniongrid.exchange.exports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Scope;

/**
 * A list that somebody asked to take along.
 *
 * @param words the filter as a reader would say it
 * @param address from where on the network it was asked for
 * @param total rows when it was asked for, then rows that were written
 */
public record Export(
        long id,
        UUID publicId,
        String kind,
        long personId,
        String personName,
        UUID postId,
        String postTitle,
        ExportKind.Unit unit,
        ExportAsked asked,
        String words,
        String language,
        String address,
        Instant askedAt,
        State state,
        int total,
        int done,
        @Nullable Decision decision,
        @Nullable String failure,
        @Nullable Instant finishedAt,
        @Nullable Instant fetchedAt) {

    /** How long a workbook waits for its download. */
    static final Duration KEPT = Duration.ofHours(24);

    /** How long an approval may take. */
    static final Duration UNDECIDED = Duration.ofDays(7);

    /** Where an export stands; the name in lower case ends its message key. */
    public enum State {
        WAITING,
        MAKING,
        READY,
        FETCHED,
        REFUSED,
        CANCELLED,
        FAILED,
        EXPIRED
    }

    /** What another person said to it; they approved where there is no reason. */
    public record Decision(
            long personId,
            String personName,
            Instant at,
            @Nullable String reason) {}

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    public boolean isMaking() {
        return state == State.MAKING;
    }

    public boolean isReady() {
        return state == State.READY;
    }

    public boolean isOver() {
        return !isWaiting() && !isMaking() && !isReady();
    }

    /** Until when the workbook is kept. */
    public Instant keptUntil() {
        return (finishedAt == null ? askedAt : finishedAt).plus(KEPT);
    }

    static ExportAsked asked(Map<String, String> filter, List<String> columns) {
        return new ExportAsked(filter, columns);
    }

    static ExportKind.Unit unit(UUID id, String name, String path) {
        return new ExportKind.Unit(id, name, new Scope(path));
    }
}
