package org.uniongrid.people.reveal;

import java.util.UUID;
import org.uniongrid.people.IdentityField;

/**
 * A field of a person within reach, as it is shown to everybody who may see them.
 *
 * @param masked what everybody sees
 */
public record Subject(long personId, UUID publicId, String name, IdentityField field, String masked) {}
