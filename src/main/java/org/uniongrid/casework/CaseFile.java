package org.uniongrid.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a case 工单 besides its matter.
 *
 * @param matter public id of its matter, by which pages name it
 * @param externalNumber in the system it came from
 * @param heads how many people it is about, those not named too
 * @param employerId public id of the employer in the register; null where it is only noted
 * @param employer as the caller says it
 * @param claimants how many are named
 * @param claimed in fen, like what is agreed and paid
 */
public record CaseFile(
        long id,
        long matterId,
        UUID matter,
        Channel channel,
        @Nullable String externalNumber,
        CaseKind kind,
        Grade grade,
        boolean urgent,
        int heads,
        @Nullable UUID employerId,
        @Nullable String employer,
        @Nullable String place,
        int claimants,
        long claimed,
        long agreed,
        long paid) {

    public boolean isGroup() {
        return heads > 1;
    }
}
