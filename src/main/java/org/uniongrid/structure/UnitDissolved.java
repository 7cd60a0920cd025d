package org.uniongrid.structure;

import java.time.LocalDate;
import java.util.UUID;

/** A unit is no more from a day on. Where it was merged into another, {@link UnitsMerged} tells that besides. Told in the transaction of the change; for one that was planned, on its day. */
public record UnitDissolved(UUID unit, LocalDate since) implements UnitEvent {}
