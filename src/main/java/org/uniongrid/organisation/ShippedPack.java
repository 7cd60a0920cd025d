package org.uniongrid.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version that the platform brings.
 *
 * @param until the first day no longer in force; null where no end is known
 */
public record ShippedPack(
        String subject,
        String region,
        LocalDate from,
        @Nullable LocalDate until,
        String article,
        boolean example,
        boolean unsure,
        RulePack.Running running,
        @Nullable String note,
        Map<String, PackValue> values) {

    /** Tells its content from any other; the end is not part of it, since it comes with what follows. */
    public String hash() {
        var text = String.join(
                "\n",
                subject,
                region,
                from.toString(),
                article,
                String.valueOf(example),
                String.valueOf(unsure),
                running.name(),
                String.valueOf(note),
                values.toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
