package org.uniongrid.access.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a seal says. Its text is what is signed, byte by byte; docs/audit.md explains each line.
 *
 * @param transaction began after the seal had seen what it saw: whatever is younger was written later
 * @param digest over the digests of the entries, in hexadecimal
 * @param droppedTo up to this seal entries were dropped because they were old enough, or null
 * @param previous digest of the text of the seal before, or null for the first
 */
record Seal(
        long number,
        Instant at,
        long transaction,
        Ids entries,
        String digest,
        @Nullable Long droppedTo,
        @Nullable String previous,
        String algorithm,
        String key) {

    private static final String TITLE = "UnionGrid audit seal 1";
    private static final List<String> LINES = List.of(
            "number", "at", "transaction", "entries", "count", "digest", "dropped-to", "previous", "algorithm", "key");

    String text() {
        return TITLE
                + "\nnumber: " + number
                + "\nat: " + at
                + "\ntransaction: " + transaction
                + "\nentries: " + entries
                + "\ncount: " + entries.size()
                + "\ndigest: " + digest
                + "\ndropped-to: " + (droppedTo == null ? "-" : droppedTo)
                + "\nprevious: " + (previous == null ? "-" : previous)
                + "\nalgorithm: " + algorithm
                + "\nkey: " + key
                + "\n";
    }

    /** Empty where the text is not exactly as {@link #text} writes it. */
    static Optional<Seal> parse(String text) {
        var lines = new LinkedHashMap<String, String>();
        for (var line : text.split("\n", -1)) {
            var colon = line.indexOf(": ");
            if (colon > 0) lines.put(line.substring(0, colon), line.substring(colon + 2));
        }
        if (!List.copyOf(lines.keySet()).equals(LINES)) return Optional.empty();
        try {
            var seal = new Seal(
                    Long.parseLong(said(lines, "number")),
                    Instant.parse(said(lines, "at")),
                    Long.parseLong(said(lines, "transaction")),
                    Ids.parse(said(lines, "entries")),
                    said(lines, "digest"),
                    said(lines, "dropped-to").equals("-") ? null : Long.valueOf(said(lines, "dropped-to")),
                    said(lines, "previous").equals("-") ? null : said(lines, "previous"),
                    said(lines, "algorithm"),
                    said(lines, "key"));
            return seal.text().equals(text) ? Optional.of(seal) : Optional.empty();
        } catch (DateTimeParseException | IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private static String said(LinkedHashMap<String, String> lines, String name) {
        return lines.getOrDefault(name, "");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
