package org.uniongrid.matter;

import java.util.UUID;

/** A matter came to its end; one that was answered and may be opened again does so when it is closed. */
public record MatterClosed(UUID matterId, String kind, MatterState outcome) {}
