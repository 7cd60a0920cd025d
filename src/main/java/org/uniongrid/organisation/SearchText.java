package org.uniongrid.organisation;

import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Bigrams;

/** What a union or an employer is found by: kept beside it by whoever writes its name or code. */
public final class SearchText {

    private SearchText() {}

    /** Ready for {@code ::tsvector}. */
    public static String of(String name, @Nullable String code) {
        return Bigrams.vector(name, code == null ? "" : code);
    }
}
