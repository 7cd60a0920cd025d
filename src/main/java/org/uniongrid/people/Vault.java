package org.uniongrid.people;

import java.util.List;

/** Seals values so that neither the database nor a copy of it can be read without the keys, which stand in a file. */
public interface Vault {

    /** Seals a value for one place; in the transaction that keeps it, so that a rotation of keys misses nothing. */
    String seal(Place place, String plain);

    /** The value again; {@link SealBroken} where it was changed or stands elsewhere. */
    String open(Place place, String sealed);

    /**
     * What a value can be found by without opening any: the same for the same value in the same column, and telling
     * nothing without the key. In a transaction. Not for values with few possible contents, such as a gender.
     *
     * @param column what the index belongs to; the same value in two columns has nothing in common
     * @param plain already in its one normal form
     */
    byte[] index(String column, String plain);

    /** All that the value may stand under while keys are being rotated, today's first; what a look-up asks for. */
    List<byte[]> indexes(String column, String plain);
}
