package org.uniongrid.matter;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.uniongrid.foundation.Actor;

/**
 * A file that belongs to a matter, as its reader sees it in the list.
 *
 * @param shown whether a browser shows it in place
 * @param inside whether it is for the side that is asked only
 * @param unitName the union in whose name it was added
 * @param hash SHA-256 of its bytes, in hex
 */
public record Paper(
        UUID publicId,
        String name,
        String icon,
        boolean shown,
        long size,
        boolean inside,
        long personId,
        String personName,
        String unitName,
        Instant at,
        String hash) {

    private static final long KILOBYTE = 1024;

    /** Who added it may take it back. */
    public boolean isBy(Actor actor) {
        return personId == actor.personId();
    }

    /** Such as {@code 48 KB}, which both languages write alike. */
    public String sizeText() {
        var kilobytes = Math.ceilDiv(size, KILOBYTE);
        return kilobytes < KILOBYTE
                ? kilobytes + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) kilobytes / KILOBYTE);
    }
}
