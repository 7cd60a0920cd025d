package org.uniongrid.matter;

import java.util.UUID;

/** A matter that had ended goes on. */
public record MatterReopened(UUID matterId, String kind) {}
