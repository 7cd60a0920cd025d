package org.uniongrid.access.trail;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.uniongrid.access.trail.Finding.Kind;

/** Whether every entry stands under a seal or waits for one. All ids come in ascending order. */
final class Coverage {

    private final Iterator<Ids.Range> sealed;
    private final PriorityQueue<Ids.Range> besides = new PriorityQueue<>(Comparator.comparingLong(Ids.Range::from));
    private final Iterator<Long> pending;
    private final Report report;

    private Ids.@Nullable Range range;
    private long coveredBelow;
    private @Nullable Long waits;
    private long waiting;
    private long strangeFrom;
    private long strangeTo;

    Coverage(Iterator<Ids.Range> sealed, List<Ids.Range> besides, Iterator<Long> pending, Report report) {
        this.sealed = sealed;
        this.besides.addAll(besides);
        this.pending = pending;
        this.report = report;
    }

    void look(Iterator<Long> entries) {
        while (entries.hasNext()) look(entries.next());
        goneBefore(Long.MAX_VALUE);
        endStrange();
    }

    long waiting() {
        return waiting;
    }

    private void look(long id) {
        goneBefore(id);
        var isPending = waits != null && waits == id;
        if (isPending) waits = null;
        if (isCovered(id)) return;
        if (isPending) waiting++;
        else isStrange(id);
    }

    /** What waits for a seal but has no entry. */
    private void goneBefore(long id) {
        while (true) {
            if (waits == null && pending.hasNext()) waits = pending.next();
            if (waits == null || waits >= id) return;
            report.add(Kind.WAITING_GONE, waits);
            waits = null;
        }
    }

    /** Ranges may overlap; whichever reaches farthest covers. */
    private boolean isCovered(long id) {
        while (true) {
            if (range == null && sealed.hasNext()) range = sealed.next();
            var besideFirst = besides.peek();
            if (range != null && range.from() <= id) {
                coveredBelow = Math.max(coveredBelow, range.below());
                range = null;
            } else if (besideFirst != null && besideFirst.from() <= id) {
                coveredBelow = Math.max(coveredBelow, besides.remove().below());
            } else return id < coveredBelow;
        }
    }

    private void isStrange(long id) {
        if (strangeFrom > 0 && id == strangeTo + 1) strangeTo = id;
        else {
            endStrange();
            strangeFrom = strangeTo = id;
        }
    }

    private void endStrange() {
        if (strangeFrom > 0) report.add(Kind.ENTRY_INSERTED, strangeFrom, strangeTo);
        strangeFrom = 0;
    }
}
