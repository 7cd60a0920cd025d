package org.uniongrid.organisation.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Category;

/** Unions of a subtree in the order of the tree. Reads only. */
@Component
public class UnitList {

    static final int SIZE = 50;

    private static final Keyset ORDER = Keyset.ascending("organisation.unit", "u", "scope", "id");

    /** Counts stop here; a list of more says so. */
    static final int COUNTED = 10_000;

    /** How long before its end a term counts as ending. */
    static final Period SOON = Period.ofMonths(3);

    private final JdbcClient db;
    private final Clock clock;

    UnitList(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One union. Figures are those it reported and null where it reported none. */
    public record Row(
            UUID publicId,
            String name,
            @Nullable String code,
            Category category,
            @Nullable String chair,
            @Nullable Integer staff,
            @Nullable Integer members,
            @Nullable LocalDate termTo,
            UnitFilter.@Nullable Term term,
            long covered) {}

    Page<Row> page(Reach reach, Scope under, UnitFilter filter, Cursor cursor) {
        var values = values(reach, under, filter);
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql("""
                        select u.public_id, u.name, u.code, u.category, u.staff, u.members, u.term_to,
                               case when u.term_to < :today then 'OVERDUE' when u.term_to < :soon then 'ENDING'
                                    when u.term_to is not null then 'RUNNING' end as term,
                               (select p.name from organisation.post o
                                join organisation.role r on r.id = o.role_id and r.key = 'union-chair'
                                join organisation.tenure t on t.post_id = o.id and t.during @> :today
                                join people.person p on p.id = t.person_id
                                where o.unit_id = u.id order by t.acting, t.id limit 1) as chair,
                               (select count(*) from organisation.employer e where e.union_id = u.id) as covered
                        from organisation.unit u
                        where """ + " " + where(filter) + tail.sql())
                        .params(values)
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    /** How many there are, counted up to {@value #COUNTED} and one. */
    long count(Reach reach, Scope under, UnitFilter filter) {
        var values = values(reach, under, filter);
        values.put("limit", COUNTED + 1);
        return db.sql("select count(*) from (select from organisation.unit u where " + where(filter)
                        + " limit :limit) found")
                .params(values)
                .query(Long.class)
                .single();
    }

    private Map<String, @Nullable Object> values(Reach reach, Scope under, UnitFilter filter) {
        var seen = reach.under(under);
        var today = LocalDate.now(clock);
        var values = new HashMap<String, @Nullable Object>();
        values.put("from", seen.from());
        values.put("to", seen.to());
        values.put("today", today);
        values.put("soon", today.plus(SOON));
        if (filter.q() != null) {
            values.put("query", Bigrams.query(filter.q()));
            values.put("words", Bigrams.words(filter.q()).toArray(String[]::new));
        }
        if (filter.category() != null) values.put("category", filter.category().name());
        return values;
    }

    private static String where(UnitFilter filter) {
        var where = new StringBuilder("u.scope >= :from and u.scope < :to");
        if (filter.q() != null)
            where.append(" and u.search @@ :query::tsquery and not exists (select from unnest(:words) as w where"
                    + " strpos(lower(u.name), lower(w)) = 0 and coalesce(strpos(u.code, upper(w)), 0) = 0)");
        if (filter.category() != null) where.append(" and u.category = :category");
        if (filter.term() != null)
            where.append(
                    switch (filter.term()) {
                        case RUNNING -> " and u.term_to >= :soon";
                        case ENDING -> " and u.term_to >= :today and u.term_to < :soon";
                        case OVERDUE -> " and u.term_to < :today";
                    });
        return where.toString();
    }
}
