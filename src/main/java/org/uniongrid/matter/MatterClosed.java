package org.uniongrid.matter;

import java.util.UUID;

/** A matter came to its end. */
public record MatterClosed(UUID matterId, String kind, MatterState outcome) {}
