package org.uniongrid.matter;

import java.util.UUID;

/** A matter went on to another step of its route. */
public record MatterMoved(UUID matterId, String kind, String step) {}
