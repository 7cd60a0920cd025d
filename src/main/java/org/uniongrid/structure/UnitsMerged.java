package org.uniongrid.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Units were dissolved into another, which took over their employers and the unions below them. Told in the transaction of the change; for one that was planned, on its day. */
public record UnitsMerged(UUID into, List<UUID> merged, LocalDate since) implements UnitEvent {

    public UnitsMerged {
        merged = List.copyOf(merged);
    }
}
