package org.uniongrid.structure;

import java.time.LocalDate;
import java.util.UUID;

/** A unit stands under another parent from a day on, with all that stands below it. Told in the transaction of the change; for one that was planned, on its day. */
public record UnitMoved(UUID unit, UUID from, UUID to, LocalDate since) implements UnitEvent {}
