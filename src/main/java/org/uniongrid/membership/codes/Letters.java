package org.uniongrid.membership.codes;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Bytes of codes as letters behind a mark, and back. */
final class Letters {

    private Letters() {}

    static String text(String mark, ByteBuffer bytes) {
        return mark + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty where they are not of that mark, or the reader runs out of bytes. */
    static <T> Optional<T> read(String text, String mark, Function<ByteBuffer, T> reader) {
        if (!text.startsWith(mark)) return Optional.empty();
        try {
            var in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(mark.length())));
            var read = reader.apply(in);
            return in.hasRemaining() ? Optional.empty() : Optional.of(read);
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException | java.time.DateTimeException noCode) {
            return Optional.empty();
        }
    }

    static byte[] take(ByteBuffer in, int count) {
        if (count > in.remaining()) throw new java.nio.BufferUnderflowException();
        var taken = new byte[count];
        in.get(taken);
        return taken;
    }

    static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    static ByteBuffer put(ByteBuffer out, UUID id) {
        return out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
