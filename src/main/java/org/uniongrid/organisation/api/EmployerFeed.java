package org.uniongrid.organisation.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.api.EmployerItem.EmployerState;
import org.uniongrid.organisation.api.EmployerItem.Standing;

/** Employers as programs read them, in the order of the tree. */
@Component
class EmployerFeed {

    private static final String ITEM = """
            select e.id as row_id, e.scope as path, e.public_id as id, e.name, e.uscc, e.ownership, e.industry, e.state,
                   e.staff, e.women, e.insured, e.insured_year, e.division, e.address, e.lng, e.lat, e.founded_on,
                   e.closed_on, e.origin, e.party,
                   case when u.id is null then 'NONE' when u.term_to < :today then 'OVERDUE' else 'COVERED' end as standing,
                   case when organisation.sees(:reach, u.scope) then u.public_id end as union_id, e.changed_at
            from\s""";
    private static final String UNION = " left join organisation.unit u on u.id = e.union_id where ";

    private final JdbcClient db;
    private final Recent recent;
    private final Clock clock;

    EmployerFeed(JdbcClient db, Recent recent, Clock clock) {
        this.db = db;
        this.recent = recent;
        this.clock = clock;
    }

    /** What the list is narrowed to. */
    record Filter(
            @Nullable Scope under,
            @Nullable String uscc,
            @Nullable String ownership,
            @Nullable String industry,
            @Nullable EmployerState state,
            @Nullable Standing standing,
            @Nullable OffsetDateTime changedSince) {}

    List<EmployerItem> rows(Reach reach, Filter filter, Position after, int limit) {
        var seen = Seen.of(reach, filter.under());
        var source = recent.of("organisation.employer", "e", filter.changedSince());
        var values = seen.values();
        var where = seen.condition("e") + " and (e.scope, e.id) > (:path, :id)" + where(filter, values);
        return db.sql(source.with() + ITEM + source.table() + UNION + where + " order by e.scope, e.id limit :limit")
                .params(values)
                .param("reach", reach.asArray())
                .param("today", LocalDate.now(clock))
                .param("path", after.path())
                .param("id", after.id())
                .param("limit", limit)
                .query(EmployerItem.class)
                .list();
    }

    private static String where(Filter filter, Map<String, @Nullable Object> values) {
        var where = new StringBuilder();
        narrow(where, values, "uscc", filter.uscc());
        narrow(where, values, "ownership", filter.ownership());
        narrow(where, values, "industry", filter.industry());
        narrow(
                where,
                values,
                "state",
                filter.state() == null ? null : filter.state().name());
        if (filter.standing() != null)
            where.append(
                    switch (filter.standing()) {
                        case COVERED -> " and (u.term_to is null or u.term_to >= :today) and e.union_id is not null";
                        case NONE -> " and e.union_id is null";
                        case OVERDUE -> " and u.term_to < :today";
                    });
        if (filter.changedSince() != null) {
            where.append(" and e.changed_at >= :since");
            values.put("since", filter.changedSince());
        }
        return where.toString();
    }

    private static void narrow(
            StringBuilder where, Map<String, @Nullable Object> values, String column, @Nullable String value) {
        if (value == null) return;
        where.append(" and e.").append(column).append(" = :").append(column);
        values.put(column, value);
    }

    EmployerDetail one(UUID id, Reach reach) {
        var employer = db.sql(ITEM + "organisation.employer e" + UNION
                        + "e.public_id = :id and organisation.sees(:reach, e.scope)")
                .param("id", id)
                .param("reach", reach.asArray())
                .param("today", LocalDate.now(clock))
                .query(EmployerItem.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("employer"));
        return new EmployerDetail(employer, covers(employer, reach));
    }

    private List<EmployerDetail.Cover> covers(EmployerItem employer, Reach reach) {
        return db.sql("""
                        select u.public_id as union_id, c.mode, lower(c.during) as since, upper(c.during) as until
                        from organisation.cover c join organisation.unit u on u.id = c.unit_id
                        where c.employer_id = :employer and organisation.sees(:reach, u.scope)
                        order by c.during desc, c.id
                        """)
                .param("employer", employer.rowId())
                .param("reach", reach.asArray())
                .query(EmployerDetail.Cover.class)
                .list();
    }
}
