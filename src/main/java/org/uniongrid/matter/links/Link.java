package org.uniongrid.matter.links;

import java.time.Instant;
import java.util.UUID;

/**
 * A link that still opens its step.
 *
 * @param matter public id
 * @param task public id
 * @param post public id of the post in which its person acts
 */
record Link(
        long id,
        UUID publicId,
        UUID matter,
        UUID task,
        long personId,
        String personName,
        UUID post,
        Instant endsAt,
        boolean asked) {}
