package org.uniongrid.organisation;

import java.util.UUID;

/**
 * Two entries of the register were one employer: whatever belongs to the one that is gone belongs to the one that was
 * kept. Published in the transaction of the merge; a listener that fails undoes it.
 *
 * @param kept internal id of the entry that stays
 * @param gone internal id of the entry that leads to it from now on
 */
public record EmployersMerged(long kept, UUID keptId, long gone, UUID goneId) {}
