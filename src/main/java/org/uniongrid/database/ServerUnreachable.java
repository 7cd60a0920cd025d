package org.uniongrid.database;

import org.jspecify.annotations.Nullable;

/** No server answers at the address that was given. */
public final class ServerUnreachable extends DatabaseProblem {

    ServerUnreachable(String message, String remedy, @Nullable Throwable cause) {
        super(message, remedy, cause);
    }
}
