package org.uniongrid.access.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/**
 * What earlier seals say of an entry sealed later: a transaction that began after a seal can have written neither a
 * number nor a time from before it. After a move to another server transactions are counted anew, and so is this.
 */
final class Horizons {

    /** Clocks of two machines differ, and are put right. */
    private static final Duration LEEWAY = Duration.ofMinutes(5);

    private static final int KEPT = 10_000;

    private final TreeMap<Long, Instant> timeByTransaction = new TreeMap<>();
    private final TreeMap<Long, Long> transactionByLastId = new TreeMap<>();

    void pass(Seal seal) {
        if (!timeByTransaction.isEmpty() && seal.transaction() < timeByTransaction.lastKey()) {
            timeByTransaction.clear();
            transactionByLastId.clear();
        }
        timeByTransaction.put(seal.transaction(), seal.at());
        if (transactionByLastId.isEmpty() || seal.entries().last() > transactionByLastId.lastKey())
            transactionByLastId.put(seal.entries().last(), seal.transaction());
        if (timeByTransaction.size() > KEPT) timeByTransaction.pollFirstEntry();
        if (transactionByLastId.size() > KEPT) transactionByLastId.pollFirstEntry();
    }

    boolean isNumberedBack(Entry entry) {
        var seal = transactionByLastId.higherEntry(entry.id());
        return seal != null && entry.xid() >= seal.getValue();
    }

    boolean isDatedBack(Entry entry) {
        var seal = timeByTransaction.lowerEntry(entry.xid());
        return seal != null && entry.at().isBefore(seal.getValue().minus(LEEWAY));
    }
}
