package org.uniongrid.access.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A seal as the database keeps it, with the copies beside its text. */
record StoredSeal(
        long number,
        String sealed,
        byte[] signature,
        String entries,
        byte @Nullable [] leaves,
        @Nullable Long droppedTo) {

    static final String COLUMNS = "number, sealed, signature, entries::text as entries, leaves, dropped_to";

    static StoredSeal read(ResultSet row, int number) throws SQLException {
        return new StoredSeal(
                row.getLong("number"),
                row.getString("sealed"),
                row.getBytes("signature"),
                row.getString("entries"),
                row.getBytes("leaves"),
                row.getObject("dropped_to", Long.class));
    }

    /** The seal that its text tells; empty where the text is none or the copies say otherwise. */
    Optional<Seal> seal() {
        return Seal.parse(sealed)
                .filter(seal -> seal.number() == number)
                .filter(seal -> seal.entries().toString().equals(entries))
                .filter(seal -> Objects.equals(seal.droppedTo(), droppedTo));
    }
}
