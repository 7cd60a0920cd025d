package org.uniongrid.casework.intake;

import org.jspecify.annotations.Nullable;
import org.uniongrid.casework.CaseFiles;
import org.uniongrid.casework.Claims;

/**
 * A case as it was taken down.
 *
 * @param phone of the caller, in its one normal form; null where they came and have none
 */
record Entry(String caller, @Nullable String phone, String title, String words, CaseFiles.New file, Claims claims) {

    @Override
    public String toString() {
        return "Entry of a case";
    }
}
