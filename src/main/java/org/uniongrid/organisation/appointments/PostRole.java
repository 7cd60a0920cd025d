package org.uniongrid.organisation.appointments;

import java.util.Set;
import java.util.UUID;
import org.uniongrid.organisation.Extent;
import org.uniongrid.organisation.RoleName;

/** What whoever holds a post may do. */
public record PostRole(long id, UUID publicId, RoleName name, Extent reach, Set<String> permissions) {}
