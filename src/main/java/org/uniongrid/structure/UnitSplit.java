package org.uniongrid.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A part of a unit's employers, and of the unions below it, went to new ones. Told in the transaction of the change; for one that was planned, on its day. */
public record UnitSplit(UUID unit, List<UUID> founded, LocalDate since) implements UnitEvent {

    public UnitSplit {
        founded = List.copyOf(founded);
    }
}
