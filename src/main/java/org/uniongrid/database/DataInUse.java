package org.uniongrid.database;

import java.nio.file.Path;

/** Another UnionGrid already works on the same data directory. */
public final class DataInUse extends DatabaseProblem {

    DataInUse(Path directory, String process) {
        super(
                directory + " is in use by another UnionGrid (process " + process + ")",
                "Stop that process first, or give this one a directory of its own with UNIONGRID_DATA.",
                null);
    }
}
