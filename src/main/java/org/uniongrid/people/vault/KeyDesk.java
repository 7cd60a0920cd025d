package org.uniongrid.people.vault;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;

/** What the security administrator may know of the keys, and do. */
@Service
public class KeyDesk {

    private static final int PATIENCE_SECONDS = 10;

    private final KeyStates states;
    private final KeyRing ring;
    private final KeySetup setup;
    private final SealedTables tables;
    private final Rotations rotations;
    private final AuditTrail trail;

    KeyDesk(
            KeyStates states,
            KeyRing ring,
            KeySetup setup,
            SealedTables tables,
            Rotations rotations,
            AuditTrail trail) {
        this.states = states;
        this.ring = ring;
        this.setup = setup;
        this.tables = tables;
        this.rotations = rotations;
        this.trail = trail;
    }

    /** A key as its page shows it: never the key itself. */
    public record Line(String id, String profile, String state, OffsetDateTime madeAt, long values) {}

    /**
     * All keys and the latest rotation.
     *
     * @param toMove how many values stand under keys that are not the current one
     */
    public record Overview(
            List<Line> keys, Rotations.@Nullable Rotation rotation, long total, long toMove, String file) {

        public boolean isRunning() {
            return rotation != null && rotation.isOpen();
        }

        public long moved() {
            return rotation == null ? 0 : Math.max(0, rotation.total() - toMove);
        }
    }

    @Transactional(readOnly = true)
    public Overview overview() {
        var counts = tables.count();
        var keys = states.all().stream()
                .map(known -> new Line(
                        known.id(),
                        known.profile().name(),
                        known.state().name(),
                        known.madeAt(),
                        counts.getOrDefault(known.id(), 0L)))
                .toList();
        var total = counts.values().stream().mapToLong(Long::longValue).sum();
        var current = keys.isEmpty() ? 0 : keys.getFirst().values();
        return new Overview(
                keys,
                rotations.latest().orElse(null),
                total,
                total - current,
                ring.path().toString());
    }

    /** Makes a new key that seals from now on, and has everything moved to it in the background. */
    @Transactional
    public void rotate(Actor actor) {
        states.holdAlone(PATIENCE_SECONDS);
        KeyRule.ONE_ROTATION_AT_A_TIME.require(!rotations.isOpen());
        var before = states.all().stream().findFirst().map(KeyStates.Known::id);
        var total = tables.count().values().stream().mapToLong(Long::longValue).sum();
        var key = ring.make(setup.profile());
        states.makeCurrent(key);
        var id = rotations.begin(actor, total);
        trail.add(
                actor,
                Deed.of("people.key.rotate", "people.key", id, key.id()).with("key", before.orElse(null), key.id()));
    }
}
