package org.uniongrid.organisation.register;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;

/** Which columns somebody wishes to see. */
@Repository
class ListColumns {

    private final JdbcClient db;

    ListColumns(JdbcClient db) {
        this.db = db;
    }

    /** In the order of the list; the usual ones where nothing was chosen. */
    List<String> of(ListKind list, Actor actor) {
        var chosen = db.sql(
                        "select unnest(columns) from organisation.list_columns where person_id = :person and list = :list")
                .param("person", actor.personId())
                .param("list", list.name())
                .query(String.class)
                .list();
        var shown = list.columns().stream().filter(chosen::contains).toList();
        return shown.isEmpty() ? list.usual() : shown;
    }

    /** What the list does not have is left out; without any it shows the usual ones again. */
    void choose(ListKind list, List<String> columns, Actor actor) {
        var known = list.columns().stream().filter(columns::contains).toList();
        ListRule.COLUMNS_NOT_TOO_MANY.require(known.size() <= ListKind.MOST);
        db.sql("""
                        insert into organisation.list_columns (person_id, list, columns) values (:person, :list, :columns)
                        on conflict (person_id, list) do update set columns = excluded.columns
                        """)
                .param("person", actor.personId())
                .param("list", list.name())
                .param("columns", (known.isEmpty() ? list.usual() : known).toArray(String[]::new))
                .update();
    }
}
