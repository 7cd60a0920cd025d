package org.uniongrid.database;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL could not be set up or started. */
public final class CannotStart extends DatabaseProblem {

    CannotStart(String message, String remedy, @Nullable Throwable cause) {
        super(message, remedy, cause);
    }
}
