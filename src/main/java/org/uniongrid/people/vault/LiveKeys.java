package org.uniongrid.people.vault;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The keys that this transaction works with. From the first question to its end no key changes its state, in no process:
 * therefore a rotation overlooks nothing that is being written, and a look-up asks under every key there is.
 */
@Component
class LiveKeys {

    private final KeyStates states;
    private final KeyRing ring;

    LiveKeys(KeyStates states, KeyRing ring) {
        this.states = states;
        this.ring = ring;
    }

    /**
     * Keys in use.
     *
     * @param all the current one first, then those that still have values
     */
    record Live(List<Key> all) {

        Key current() {
            return all.getFirst();
        }
    }

    Live now() {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("Values are sealed and looked up in a transaction");
        for (var one : TransactionSynchronizationManager.getSynchronizations())
            if (one instanceof Held held && held.owner == this) return held.live;
        states.hold();
        var live = new Live(states.all().stream()
                .filter(known -> known.state() != KeyStates.State.RETIRED)
                .map(known -> ring.get(known.id()))
                .toList());
        TransactionSynchronizationManager.registerSynchronization(new Held(this, live));
        return live;
    }

    /** Lives as long as the transaction, and is set aside with it while another one runs. */
    private record Held(LiveKeys owner, Live live) implements TransactionSynchronization {}
}
