package org.uniongrid.organisation.chains;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An employer in a chain, within reach.
 *
 * @param region the district it lies in, or whatever of its seat is known
 * @param unionId the union that covers it today, or null: there the work is to be done
 * @param members of a union of its own, persons
 */
public record Member(
        long id,
        UUID publicId,
        long employerId,
        UUID employer,
        String name,
        @Nullable String uscc,
        Position position,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable String region,
        @Nullable Integer staff,
        @Nullable UUID unionId,
        @Nullable String unionName,
        @Nullable Integer members) {

    public boolean isWithoutUnion() {
        return unionName == null;
    }
}
