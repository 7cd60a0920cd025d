package org.uniongrid.organisation.appointments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Scope;

/** The unit that posts stand in; an outside body stands nowhere in the tree. */
public record PostUnit(
        long id, UUID publicId, String name, @Nullable Scope scope) {}
