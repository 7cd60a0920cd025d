package org.uniongrid.organisation;

import java.util.UUID;

/**
 * An employer has closed. Published in the transaction of the change; a listener that fails undoes it.
 *
 * @param id internal id of the entry
 */
public record EmployerClosed(long id, UUID publicId) {}
