package org.uniongrid.organisation.committees;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The union that gets a committee.
 *
 * @param members how many members it has, as it reported
 */
public record CommitteeUnit(
        long id, UUID publicId, String name, @Nullable Integer members) {}
