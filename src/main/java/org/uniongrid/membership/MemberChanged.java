package org.uniongrid.membership;

import java.util.UUID;

/** Somebody's stay in a union has changed, or ended. Told in the transaction of the change. */
public record MemberChanged(UUID stay, long personId, UUID unit, Change change) {}
