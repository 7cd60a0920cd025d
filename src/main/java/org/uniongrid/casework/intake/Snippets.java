package org.uniongrid.casework.intake;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.casework.CaseKind;
import org.uniongrid.foundation.Unscoped;

/** Short texts for the operator: what to ask and what the law says, by kind. */
@Repository
@Unscoped("the same for every operator of the cell")
class Snippets {

    private static final int MOST = 5;

    private final JdbcClient db;

    Snippets(JdbcClient db) {
        this.db = db;
    }

    record Snippet(String title, String words) {}

    List<Snippet> of(Collection<CaseKind> kinds) {
        return db.sql("""
                        select title, words from casework.snippet where kind_id = any (?) and ended_at is null
                        order by kind_id, id limit ?
                        """)
                .params(kinds.stream().map(CaseKind::id).toArray(Long[]::new), MOST)
                .query(Snippet.class)
                .list();
    }
}
