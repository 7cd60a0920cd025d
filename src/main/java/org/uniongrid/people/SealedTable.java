package org.uniongrid.people;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table with sealed values, as key rotation sees it. Owners of one plain column declare a {@link SealedColumn}. */
public interface SealedTable {

    /** As it is called in a message to the operator. */
    String name();

    /** How many values there are under each key. */
    Map<String, Long> count();

    /** Whether there is a value under this key, without counting them. */
    boolean has(String key);

    /**
     * Brings some values to the current key; those somebody is writing right now, and those that cannot be opened, are
     * passed over.
     *
     * @param old the keys to be left
     * @param after the row to go on after; null at the beginning
     * @return the last row looked at, or null where there was none
     */
    @Nullable
    String move(Collection<String> old, @Nullable String after, int most);

    /**
     * Throws away blind indexes of a key that has no values any more.
     *
     * @param mark what its indexes begin with
     */
    default void forget(byte[] mark) {}
}
