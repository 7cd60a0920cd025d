package org.uniongrid.organisation.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.organisation.PartyOrganisation;

/** Employers of a subtree in the order of the tree. Reads only. */
@Component
public class EmployerList {

    static final int SIZE = 50;

    private static final int BATCH = 500;

    private static final Keyset ORDER = Keyset.ascending("organisation.employer", "e", "scope", "id");

    /** Counts stop here; a list of more says so. */
    static final int COUNTED = 10_000;

    private final ListClient db;
    private final Chairs chairs;
    private final Clock clock;

    EmployerList(ListClient db, Chairs chairs, Clock clock) {
        this.db = db;
        this.chairs = chairs;
        this.clock = clock;
    }

    /** One employer; union and members are null where it has none. Members are those of a union that covers it alone. */
    public record Row(
            UUID publicId,
            String name,
            @Nullable String uscc,
            @Nullable String ownership,
            @Nullable Integer staff,
            EmployerState state,
            @Nullable String industry,
            @Nullable Integer insured,
            @Nullable PartyOrganisation party,
            @Nullable String origin,
            @Nullable LocalDate foundedOn,
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

    /** Rows are found along the index first; what is shown of them is read for those alone. */
    private Page<Row> page(Reach reach, Scope under, EmployerFilter filter, Cursor cursor, int size) {
        var where = where(reach, under, filter);
        return ORDER.page(
                cursor,
                size,
                Row::publicId,
                tail -> db.searching(filter.q())
                        .sql("""
                        with found as materialized (select e.id from organisation.employer e where\s""" + where.sql() + tail.sql() + """
                        )
                        select e.public_id, e.name, e.uscc, e.ownership, e.staff, e.state, e.industry, e.insured, e.party,
                               e.origin, e.founded_on,
                               u.public_id as union_id, u.name as union_name, u.term_to,
                               case when u.category = 'ENTERPRISE' and not exists (
                                   select from organisation.cover o
                                   where o.unit_id = u.id and o.employer_id <> e.id and o.during @> :today)
                                    then u.members end as members,
                               case when u.id is null then 'NONE' when u.term_to < :today then 'OVERDUE'
                                    else 'COVERED' end as standing
                        from found join organisation.employer e using (id)
                        left join organisation.unit u on u.id = e.union_id
                        """ + tail.order())
                        .params(where.values())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    /** How many there are, counted up to {@value #COUNTED} and one. */
    long count(Reach reach, Scope under, EmployerFilter filter) {
        var where = where(reach, under, filter);
        return db.searching(filter.q())
                .sql("select count(*) from (select from organisation.employer e where " + where.sql()
                        + " limit :limit) found")
                .params(where.values())
                .param("limit", COUNTED + 1)
                .query(Long.class)
                .single();
    }

    /** How many there are, all of them counted. */
    long countAll(Reach reach, Scope under, EmployerFilter filter) {
        var where = where(reach, under, filter);
        return db.searching(filter.q())
                .sql("select count(*) from organisation.employer e where " + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    private EmployerWhere where(Reach reach, Scope under, EmployerFilter filter) {
        var chaired = filter.q() == null ? List.<Long>of() : chairs.of(filter.q());
        return EmployerWhere.of(reach, under, filter, chaired, LocalDate.now(clock));
    }
}
