package org.uniongrid.notice;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes whoever sends, as soon as what waits is committed. A ring that nobody heard is made up for by looking now and then. */
@Component
public class Doorbell {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final long[] rings = new long[1];

    /** After the commit of this transaction, or at once where there is none. */
    public void ring() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        if (TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(Ring.class::isInstance)) return;
        TransactionSynchronizationManager.registerSynchronization(new Ring());
    }

    /** How often it has rung, to be asked before looking for what waits. */
    public long rings() {
        lock.lock();
        try {
            return rings[0];
        } finally {
            lock.unlock();
        }
    }

    /** Until it rings once more than that, or so long. */
    public void await(long heard, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            var left = longest.toNanos();
            while (rings[0] == heard && left > 0) left = rung.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            rings[0]++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class Ring implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            wake();
        }
    }
}
