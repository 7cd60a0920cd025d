package org.uniongrid.structure.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What a rehearsal was judged by, as one short hash for each part of it. Travels with the form that confirms. */
public record Basis(Map<Part, String> parts) {

    private static final int LENGTH = 16;

    public Basis {
        parts = Map.copyOf(parts);
    }

    /** What may have changed since: a word for each. */
    public enum Part {
        ORDER,
        UNITS,
        BELOW,
        EMPLOYERS,
        POSTS,
        SIGHT;

        public String key() {
            return "structure.basis." + name().toLowerCase(Locale.ROOT);
        }
    }

    static Basis of(Map<Part, String> texts) {
        var parts = new LinkedHashMap<Part, String>();
        texts.forEach((part, text) -> parts.put(part, hash(text)));
        return new Basis(parts);
    }

    /** Parts that are not the same in both. */
    List<Part> differences(Basis other) {
        return Arrays.stream(Part.values())
                .filter(part -> !Objects.equals(parts.get(part), other.parts.get(part)))
                .toList();
    }

    /** As it stands in a hidden field. */
    public String text() {
        return Arrays.stream(Part.values())
                .map(part -> parts.getOrDefault(part, ""))
                .collect(Collectors.joining("."));
    }

    /** What a hidden field holds; of one that is not whole, everything counts as changed. */
    static Basis read(String text) {
        var hashes = List.of(text.split("\\.", -1)).iterator();
        var parts = new LinkedHashMap<Part, String>();
        for (var part : Part.values()) if (hashes.hasNext()) parts.put(part, hashes.next());
        return new Basis(parts);
    }

    /** These parts one after the other, to be said in the reader's language. */
    static MessageSourceResolvable said(List<Part> parts) {
        return parts.stream()
                .map(part -> new DefaultMessageSourceResolvable(part.key()))
                .reduce((one, other) -> new DefaultMessageSourceResolvable(
                        new String[] {"structure.basis.and"}, new Object[] {one, other}))
                .orElseThrow();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
