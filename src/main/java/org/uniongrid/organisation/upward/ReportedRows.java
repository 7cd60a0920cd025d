package org.uniongrid.organisation.upward;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;

/** The rows that were handed in last, of unions that an answer names by code or full name. */
@Component
class ReportedRows {

    private final JdbcClient db;

    ReportedRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * A union within reach and its row in the batch of a union within reach that was handed in last.
     *
     * @param batchId null where it was never handed in
     */
    record Reported(
            long unitId,
            String name,
            @Nullable String code,
            @Nullable Long batchId,
            @Nullable Integer number,
            @Nullable String result,
            @Nullable String receipt,
            @Nullable String reason) {}

    /** By code and by full name; several where a name is not enough. */
    Map<String, List<Reported>> called(Collection<String> codesAndNames, Reach reach) {
        var found = db.sql("""
                        with seen as materialized (select unit_id from organisation.within(:reach))
                        select u.id as unit_id, u.name, u.code, r.batch_id, r.number, r.result, r.receipt, r.reason
                        from organisation.unit u
                        left join lateral (
                            select r.* from organisation.report_row r join organisation.report_batch b on b.id = r.batch_id
                            where r.unit_id = u.id and b.state in ('REPORTED', 'ANSWERED')
                              and b.unit_id in (select unit_id from seen)
                            order by b.reported_on desc, b.id desc limit 1) r on true
                        where (u.code = any (:called) or u.name = any (:called)) and u.id in (select unit_id from seen)
                        """)
                .param("called", codesAndNames.toArray(String[]::new))
                .param("reach", reach.asArray())
                .query(Reported.class)
                .list();
        var all = new HashMap<String, List<Reported>>(found.stream().collect(Collectors.groupingBy(Reported::name)));
        for (var one : found) if (one.code() != null) all.put(one.code(), List.of(one));
        return all;
    }

    @Unscoped("a code is unique over the whole cell; nothing is told but that it is taken")
    Set<String> taken(Collection<String> codes) {
        return new HashSet<>(db.sql("select code from organisation.unit where code = any (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
