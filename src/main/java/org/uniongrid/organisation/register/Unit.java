package org.uniongrid.organisation.register;

import java.util.UUID;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Category;

/** A unit that stands in the tree today. */
public record Unit(long id, UUID publicId, String name, Category category, Scope scope) {}
