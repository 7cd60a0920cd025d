package org.uniongrid.organisation;

/** Code asked a rule pack for a value that it does not have, or in another unit: its message names both. */
public final class PackValueMissing extends RuntimeException {

    PackValueMissing(String message) {
        super(message);
    }
}
