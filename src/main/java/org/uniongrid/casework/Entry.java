package org.uniongrid.casework;

import org.jspecify.annotations.Nullable;

/**
 * A case as it was taken down.
 *
 * @param phone of the caller, in its one normal form; null where they came and have none
 */
public record Entry(
        String caller, @Nullable String phone, String title, String words, CaseFiles.New file, Claims claims) {

    @Override
    public String toString() {
        return "Entry of a case";
    }
}
