package org.uniongrid.exchange;

import java.util.UUID;

/** The port to the vault for cells that may wait in a table only sealed. In a transaction. */
public interface SecretCells {

    /**
     * Seals the content of a cell.
     *
     * @param id of its row in {@code exchange.import_secret}
     */
    String seal(UUID id, String content);

    String open(UUID id, String sealed);

    /** What a whole file is known again by, which tells nothing of what stands in it. */
    byte[] mark(String digest);
}
