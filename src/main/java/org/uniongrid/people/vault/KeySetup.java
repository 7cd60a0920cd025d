package org.uniongrid.people.vault;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.people.vault.KeyStates.Known;
import org.uniongrid.people.vault.KeyStates.State;

/**
 * Has the keys ready at each start: makes the first ones, begins new ones when the setting names other algorithms, and
 * refuses to start where values are sealed with keys that are not here.
 */
@Component
class KeySetup {

    private static final int PATIENCE_SECONDS = 60;

    private final KeyRing ring;
    private final KeyStates states;
    private final SealedTables tables;
    private final Profile profile;

    KeySetup(
            KeyRing ring,
            KeyStates states,
            SealedTables tables,
            @Value("${uniongrid.crypto:international}") String crypto,
            TransactionTemplate transaction) {
        this.ring = ring;
        this.states = states;
        this.tables = tables;
        this.profile = Profile.named(crypto);
        if (!isReady(states.all())) transaction.executeWithoutResult(_ -> prepare());
    }

    Profile profile() {
        return profile;
    }

    private boolean isReady(List<Known> known) {
        var keys = ring.all().stream().map(Key::id).toList();
        return !known.isEmpty()
                && known.getFirst().state() == State.CURRENT
                && known.getFirst().profile() == profile
                && known.stream().allMatch(one -> keys.contains(one.id()) || one.state() == State.RETIRED);
    }

    private void prepare() {
        states.holdAlone(PATIENCE_SECONDS);
        // another process may have done it while we waited
        var known = states.all();
        if (isReady(known)) return;
        known.stream().map(Known::id).filter(id -> ring.find(id).isEmpty()).forEach(this::refuseIfUsed);
        states.makeCurrent(best(known).orElseGet(() -> ring.make(profile)));
    }

    /** The current key, an old one of these algorithms, or one that a lost database left in the file. */
    private Optional<Key> best(List<Known> known) {
        var current = known.stream().filter(one -> one.state() == State.CURRENT).map(Known::id);
        var retired = known.stream()
                .filter(one -> one.state() == State.RETIRED)
                .map(Known::id)
                .toList();
        var usable = ring.all().stream()
                .filter(key -> key.profile() == profile && !retired.contains(key.id()))
                .toList();
        return current.flatMap(id -> usable.stream().filter(key -> key.id().equals(id)))
                .findFirst()
                .or(() -> usable.isEmpty() ? Optional.empty() : Optional.of(usable.getLast()));
    }

    /** A key that never sealed anything may be gone; one that did may not. */
    private void refuseIfUsed(String id) {
        if (tables.has(id))
            throw new KeyProblem(
                    "The database holds values sealed with the key " + id + ", which is not in " + ring.path(),
                    "Copy that file from a backup, or from the other machine of this UnionGrid. "
                            + "New keys are not made, as they could not open these values.");
        states.drop(id);
    }
}
