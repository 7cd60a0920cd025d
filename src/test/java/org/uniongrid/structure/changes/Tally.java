package org.uniongrid.structure.changes;

import java.util.EnumMap;
import java.util.Map;

/** How often what happened. */
final class Tally {
    int done;
    int refused;
    int undone;
    int stood;
    final Map<ChangeKind, Integer> kinds = new EnumMap<>(ChangeKind.class);

    @Override
    public String toString() {
        return "done %d %s, refused %d, undone %d, not undone %d".formatted(done, kinds, refused, undone, stood);
    }
}
