package org.uniongrid.people.vault;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.people.SealedTable;
import org.uniongrid.people.vault.KeyStates.Known;
import org.uniongrid.people.vault.KeyStates.State;

/**
 * Moves everything that is sealed to the current key, a small batch at a time, while others work. Where it is cut off
 * the next start goes on; any number of processes may do it at once.
 */
@Component
class RotationWork {

    private static final Logger log = LoggerFactory.getLogger(RotationWork.class);
    private static final int BATCH = 200;
    private static final int PATIENCE_SECONDS = 2;

    private final KeyStates states;
    private final KeyRing ring;
    private final SealedTables tables;
    private final Rotations rotations;
    private final TransactionTemplate transaction;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();

    RotationWork(
            KeyStates states, KeyRing ring, SealedTables tables, Rotations rotations, TransactionTemplate transaction) {
        this.states = states;
        this.ring = ring;
        this.tables = tables;
        this.rotations = rotations;
        this.transaction = transaction;
    }

    /** In a thread of its own: it may take long, and others wait for the one that keeps time. */
    @Scheduled(fixedDelay = 10_000)
    void wake() {
        if (busy.compareAndSet(false, true))
            Thread.ofVirtual().name("key-rotation").start(this::runOnce);
    }

    @EventListener
    void close(ContextClosedEvent event) {
        closing.set(true);
    }

    private void runOnce() {
        try {
            run();
        } catch (TransientDataAccessException e) {
            log.info("Key rotation goes on later: {}", e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            if (!closing.get()) log.error("Key rotation was interrupted and goes on later", e);
        } finally {
            busy.set(false);
        }
    }

    /** Goes over everything once; true when the rotation is done. */
    boolean run() {
        if (!rotations.isOpen()) return true;
        for (var table : tables.all()) if (!moveAll(table)) return false;
        return retire() && forget();
    }

    private boolean moveAll(SealedTable table) {
        for (var last = moveSome(table, null); last.isPresent(); last = moveSome(table, last.get()))
            if (closing.get()) return false;
        return true;
    }

    private Optional<String> moveSome(SealedTable table, @Nullable String after) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            // read once no key can change its state under this batch
            states.hold();
            var old = ids(State.OLD);
            return old.isEmpty() ? Optional.empty() : Optional.ofNullable(table.move(old, after, BATCH));
        }));
    }

    /** Keys without values are done with. Nobody seals while it is decided. */
    private boolean retire() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            states.holdAlone(PATIENCE_SECONDS);
            for (var id : ids(State.OLD)) {
                if (tables.has(id)) return false;
                states.retire(id);
            }
            return true;
        }));
    }

    /** From now on nobody asks for indexes under the retired keys. */
    private boolean forget() {
        for (var id : ids(State.RETIRED))
            ring.find(id)
                    .ifPresent(key -> transaction.executeWithoutResult(
                            _ -> tables.all().forEach(table -> table.forget(key.mark()))));
        transaction.executeWithoutResult(_ -> rotations.finish());
        return true;
    }

    private List<String> ids(State state) {
        return states.all().stream()
                .filter(known -> known.state() == state)
                .map(Known::id)
                .toList();
    }
}
