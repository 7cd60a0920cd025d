package org.uniongrid.people;

import java.util.Map;
import java.util.UUID;

/**
 * A person with what is kept of them.
 *
 * @param masked what everybody sees who may see them
 */
public record Kept(long personId, UUID publicId, String name, Map<IdentityField, String> masked) {

    public Kept {
        masked = Map.copyOf(masked);
    }
}
