package org.uniongrid.organisation.register;

import static org.uniongrid.organisation.register.EmployerFilter.Standing.COVERED;
import static org.uniongrid.organisation.register.EmployerFilter.Standing.NONE;
import static org.uniongrid.organisation.register.EmployerFilter.Standing.OVERDUE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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

/** Employers of a subtree in the order of the tree. Reads only. */
@Component
public class EmployerList {

    static final int SIZE = 50;

    private static final int BATCH = 500;

    private static final Keyset ORDER = Keyset.ascending("organisation.employer", "e", "scope", "id");

    /** Counts stop here; a list of more says so. */
    static final int COUNTED = 10_000;

    /** Counts from the few unions whose term is over, rather than from all employers. */
    private static final String OF_OVERDUE = """
            \sand e.union_id = any (array(select k.id from organisation.unit k
                where k.scope >= :from and k.scope < :to and k.term_to < :today))""";

    private final JdbcClient db;
    private final Clock clock;

    EmployerList(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One employer; union and members are null where it has none. Members are those of a union of its own. */
    public record Row(
            UUID publicId,
            String name,
            @Nullable String uscc,
            @Nullable String ownership,
            @Nullable Integer staff,
            @Nullable UUID unionId,
            @Nullable String unionName,
            @Nullable Integer members,
            @Nullable LocalDate termTo,
            EmployerFilter.Standing standing) {}

    Page<Row> page(Reach reach, Scope under, EmployerFilter filter, Cursor cursor) {
        return page(reach, under, filter, cursor, SIZE);
    }

    /** The next rows for an export; none where the list ends, or the row is gone that it begins after. */
    List<Row> batch(Reach reach, Scope under, EmployerFilter filter, @Nullable UUID after) {
        var page = page(reach, under, filter, new Cursor(after, false), BATCH);
        return after != null && page.before() == null ? List.of() : page.rows();
    }

    private Page<Row> page(Reach reach, Scope under, EmployerFilter filter, Cursor cursor, int size) {
        var values = values(reach, under, filter);
        return ORDER.page(
                cursor,
                size,
                Row::publicId,
                tail -> db.sql("""
                        select e.public_id, e.name, e.uscc, e.ownership, e.staff,
                               u.public_id as union_id, u.name as union_name, u.term_to,
                               case when u.category = 'ENTERPRISE' then u.members end as members,
                               case when u.id is null then 'NONE' when u.term_to < :today then 'OVERDUE'
                                    else 'COVERED' end as standing
                        from organisation.employer e
                        left join organisation.unit u on u.id = e.union_id
                        where """ + " " + where(filter) + tail.sql())
                        .params(values)
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    /** How many there are, counted up to {@value #COUNTED} and one. */
    long count(Reach reach, Scope under, EmployerFilter filter) {
        var values = values(reach, under, filter);
        values.put("limit", COUNTED + 1);
        return db.sql("""
                        select count(*) from (
                            select from organisation.employer e left join organisation.unit u on u.id = e.union_id
                            where """ + " " + where(filter) + (filter.standing() == OVERDUE ? OF_OVERDUE : "")
                        + " limit :limit) found")
                .params(values)
                .query(Long.class)
                .single();
    }

    /** How many there are, all of them counted. */
    long countAll(Reach reach, Scope under, EmployerFilter filter) {
        return db.sql("select count(*) from organisation.employer e left join organisation.unit u on u.id = e.union_id"
                        + " where " + where(filter))
                .params(values(reach, under, filter))
                .query(Long.class)
                .single();
    }

    private Map<String, @Nullable Object> values(Reach reach, Scope under, EmployerFilter filter) {
        var seen = reach.under(under);
        var values = new HashMap<String, @Nullable Object>();
        values.put("from", seen.from());
        values.put("to", seen.to());
        values.put("today", LocalDate.now(clock));
        if (filter.q() != null) {
            values.put("query", Bigrams.query(filter.q()));
            values.put("words", Bigrams.words(filter.q()).toArray(String[]::new));
        }
        if (filter.size() != null) {
            values.put("least", filter.size().from);
            values.put("below", filter.size().below);
        }
        if (filter.ownership() != null)
            values.put("ownership", filter.ownership().code());
        return values;
    }

    private static String where(EmployerFilter filter) {
        var where = new StringBuilder("e.scope >= :from and e.scope < :to");
        if (filter.q() != null)
            where.append(" and e.search @@ :query::tsquery and not exists (select from unnest(:words) as w where"
                    + " strpos(lower(e.name), lower(w)) = 0 and coalesce(strpos(e.uscc, upper(w)), 0) = 0)");
        if (filter.standing() == COVERED) where.append(" and u.id is not null");
        if (filter.standing() == NONE) where.append(" and e.union_id is null");
        if (filter.standing() == OVERDUE) where.append(" and u.term_to < :today");
        if (filter.size() != null) where.append(" and e.staff >= :least and e.staff < :below");
        if (filter.ownership() != null) where.append(" and e.ownership = :ownership");
        return where.toString();
    }
}
