package org.uniongrid.membership;

import java.util.UUID;

/** Somebody is a member of a union from today. Told in the transaction in which it begins. */
public record MemberJoined(UUID stay, long personId, UUID unit, Origin origin) {}
