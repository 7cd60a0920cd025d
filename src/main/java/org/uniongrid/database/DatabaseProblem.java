package org.uniongrid.database;

import org.jspecify.annotations.Nullable;

/** Something about the database that a person has to put right: the message says what happened, the remedy what to do. */
public abstract class DatabaseProblem extends RuntimeException {

    private final String remedy;

    DatabaseProblem(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What a person can do about it, in a plain sentence. */
    public String remedy() {
        return remedy;
    }
}
