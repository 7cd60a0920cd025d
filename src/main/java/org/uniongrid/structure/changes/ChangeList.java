package org.uniongrid.structure.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;

/** Changes within reach, the latest first. */
@Component
class ChangeList {

    static final int SIZE = 30;
    private static final int OF_ONE = 50;
    private static final Keyset ORDER = Keyset.descending("structure.change", "c", "id");

    private final JdbcClient db;
    private final Changes changes;

    ChangeList(JdbcClient db, Changes changes) {
        this.db = db;
        this.changes = changes;
    }

    Page<Decided> page(Reach reach, @Nullable ChangeState state, Cursor cursor) {
        return ORDER.page(
                cursor,
                SIZE,
                Decided::publicId,
                tail -> db.sql("select " + Changes.COLUMNS
                                + " from structure.change c where " + Changes.WITHIN
                                + (state == null ? "" : " and c.state = :state") + tail.sql())
                        .param("below", Changes.below(reach))
                        .param("state", state == null ? null : state.name())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(changes::decided)
                        .list());
    }

    /** Those that touched one unit. */
    List<Decided> of(long unit, Reach reach) {
        return db.sql("select " + Changes.COLUMNS + """
                         from structure.change_unit t join structure.change c on c.id = t.change_id
                        where t.unit_id = :unit and """ + " " + Changes.WITHIN
                        + " order by t.change_id desc limit :limit")
                .param("unit", unit)
                .param("below", Changes.below(reach))
                .param("limit", OF_ONE)
                .query(changes::decided)
                .list();
    }
}
