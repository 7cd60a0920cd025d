package org.uniongrid.structure.changes;

import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;

/** The ways in which the tree is changed. */
public enum ChangeKind {
    CREATE,
    RENAME,
    MOVE,
    MERGE,
    SPLIT,
    SUSPEND,
    RESUME,
    DISSOLVE;

    /** As it stands in addresses, message keys and names of deeds. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of its message. */
    public String key() {
        return "structure.kind." + path();
    }

    /**
     * The one that an address names.
     *
     * @throws NoSuchElementException where there is none
     */
    static ChangeKind at(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(path));
    }
}
