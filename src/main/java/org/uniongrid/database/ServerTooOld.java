package org.uniongrid.database;

/** The server that was given is older than the oldest PostgreSQL we work on. */
public final class ServerTooOld extends DatabaseProblem {

    static final int OLDEST = 15;

    ServerTooOld(String version) {
        super(
                "The database server is PostgreSQL " + version + "; UnionGrid needs " + OLDEST + " or newer",
                "Give the address of a newer server in UNIONGRID_DATABASE_URL, or leave it out to use the built-in one.",
                null);
    }
}
