package org.uniongrid.organisation.lines;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an industry: unions of one industry below its federation, wherever they are affiliated.
 *
 * @param head the industry federation at its top
 * @param until the first day it is over; null where no end is known
 * @param units how many stand in it today, its head among them
 */
public record Line(
        long id,
        UUID publicId,
        String name,
        long headId,
        UUID head,
        String headName,
        LocalDate since,
        @Nullable LocalDate until,
        long units) {

    public boolean isOver(LocalDate today) {
        return until != null && !until.isAfter(today);
    }

    public String href() {
        return "/organisation/lines/" + publicId;
    }
}
