package org.uniongrid.organisation.register;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where lists are read from. A search is planned for its own words: a plan kept for any words takes them for rare, and reads
 * the index of a whole city beside that of the words. All else is quicker with the plan that is kept.
 */
@Component
class ListClient {

    private final JdbcClient kept;
    private final JdbcClient planned;

    ListClient(JdbcClient kept, @Qualifier("plannedEachTime") JdbcClient planned) {
        this.kept = kept;
        this.planned = planned;
    }

    JdbcClient searching(@Nullable String typed) {
        return typed == null ? kept : planned;
    }
}
