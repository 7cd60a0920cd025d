package org.uniongrid.database;

import org.jspecify.annotations.Nullable;

/** The server answers, but lets us not do what we have to. */
public final class NotPermitted extends DatabaseProblem {

    NotPermitted(String message, String remedy, @Nullable Throwable cause) {
        super(message, remedy, cause);
    }
}
