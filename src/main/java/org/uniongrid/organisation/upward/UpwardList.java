package org.uniongrid.organisation.upward;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;

/** Unions of a subtree and where they stand with the register above. Reads only. */
@Component
class UpwardList {

    private static final int SIZE = 50;
    private static final Keyset ORDER = Keyset.ascending("organisation.unit", "u", "scope", "id");

    private final JdbcClient db;

    UpwardList(JdbcClient db) {
        this.db = db;
    }

    /**
     * One union.
     *
     * @param reason why it was sent back the last time
     */
    public record Row(
            UUID publicId,
            String name,
            @Nullable String code,
            Standing standing,
            @Nullable LocalDate reportedOn,
            @Nullable String receipt,
            @Nullable String reason,
            @Nullable UUID batch,
            @Nullable String batchNumber) {}

    Page<Row> page(Reach reach, Scope under, @Nullable Standing standing, Cursor cursor) {
        var seen = reach.under(under);
        var where = standing == null
                ? ""
                : standing == Standing.NONE ? " and s.unit_id is null" : " and s.state = '" + standing.name() + "'";
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql("""
                        select u.public_id, u.name, u.code, coalesce(s.state, 'NONE') as standing, s.reported_on, s.receipt,
                               s.reason, b.public_id as batch, b.number as batch_number
                        from organisation.unit u
                        left join organisation.report_standing s on s.unit_id = u.id
                        left join organisation.report_batch b on b.id = s.batch_id
                        where u.scope >= :from and u.scope < :to
                        """ + where + tail.sql())
                        .param("from", seen.from())
                        .param("to", seen.to())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    /** How many stand where; a standing without any is there with zero. */
    Map<Standing, Long> figures(Reach reach, Scope under) {
        var seen = reach.under(under);
        var figures = new EnumMap<Standing, Long>(Standing.class);
        for (var standing : Standing.values()) figures.put(standing, 0L);
        db.sql("""
                        select coalesce(s.state, 'NONE') as standing, count(*) as number
                        from organisation.unit u left join organisation.report_standing s on s.unit_id = u.id
                        where u.scope >= :from and u.scope < :to group by 1
                        """).param("from", seen.from()).param("to", seen.to()).query(row -> {
            figures.put(Standing.valueOf(row.getString("standing")), row.getLong("number"));
        });
        return figures;
    }
}
