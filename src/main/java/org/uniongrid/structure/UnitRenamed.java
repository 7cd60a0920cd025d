package org.uniongrid.structure;

import java.time.LocalDate;
import java.util.UUID;

/** A unit has another name from a day on. Told in the transaction of the change; for one that was planned, on its day. */
public record UnitRenamed(UUID unit, LocalDate since) implements UnitEvent {}
