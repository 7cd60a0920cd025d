package org.uniongrid.organisation.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.UnitState;

/** Unions of a subtree in the order of the tree. Reads only. */
@Component
public class UnitList {

    static final int SIZE = 50;

    private static final Set<String> FIGURES = Set.of("covered", "women", "migrants", "hardship", "cadres", "insured");

    private static final int BATCH = 500;

    private static final Keyset ORDER = Keyset.ascending("organisation.unit", "u", "scope", "id");

    /** Counts stop here; a list of more says so. */
    static final int COUNTED = 10_000;

    /** How long before its end a term counts as ending. */
    static final Period SOON = Period.ofMonths(3);

    private final ListClient db;
    private final Chairs chairs;
    private final Clock clock;

    UnitList(ListClient db, Chairs chairs, Clock clock) {
        this.db = db;
        this.chairs = chairs;
        this.clock = clock;
    }

    /** One union. Figures are those it reported and null where it reported none. */
    public record Row(
            UUID publicId,
            String name,
            @Nullable String code,
            @Nullable String uscc,
            Category category,
            UnitState state,
            @Nullable String industry,
            @Nullable String ownership,
            @Nullable LocalDate foundedOn,
            @Nullable String chair,
            @Nullable Integer staff,
            @Nullable Integer members,
            @Nullable Integer womenMembers,
            @Nullable Integer migrants,
            @Nullable Integer hardship,
            @Nullable Integer fullTimeCadres,
            @Nullable LocalDate termTo,
            UnitFilter.@Nullable Term term,
            long covered) {}

    /** Whether a column holds numbers, which stand at the right. */
    public static boolean isFigure(String column) {
        return FIGURES.contains(column);
    }

    Page<Row> page(Reach reach, Scope under, UnitFilter filter, Cursor cursor) {
        return page(reach, under, filter, cursor, SIZE);
    }

    /** The next rows for an export; none where the list ends, or the row is gone that it begins after. */
    List<Row> batch(Reach reach, Scope under, UnitFilter filter, @Nullable UUID after) {
        var page = page(reach, under, filter, new Cursor(after, false), BATCH);
        return after != null && page.before() == null ? List.of() : page.rows();
    }

    /** Rows are found along the index first; what is shown of them is read for those alone. */
    private Page<Row> page(Reach reach, Scope under, UnitFilter filter, Cursor cursor, int size) {
        var where = where(reach, under, filter);
        return ORDER.page(
                cursor,
                size,
                Row::publicId,
                tail -> db.searching(filter.q())
                        .sql("""
                        with found as materialized (select u.id from organisation.unit u where\s""" + where.sql() + tail.sql() + """
                        )
                        select u.public_id, u.name, u.code, u.uscc, u.category, u.state, u.industry, u.ownership,
                               u.founded_on, u.staff, u.members, u.women_members, u.migrants, u.hardship,
                               u.full_time_cadres, u.term_to,
                               case when u.term_to < :today then 'OVERDUE' when u.term_to < :soon then 'ENDING'
                                    when u.term_to is not null then 'RUNNING' end as term,
                               (select p.name from organisation.post o
                                join organisation.role r on r.id = o.role_id and r.key = 'union-chair'
                                join organisation.tenure t on t.post_id = o.id and t.during @> :today
                                join people.person p on p.id = t.person_id
                                where o.unit_id = u.id order by t.acting, t.id limit 1) as chair,
                               (select count(*) from organisation.employer e where e.union_id = u.id) as covered
                        from found join organisation.unit u using (id)
                        """ + tail.order())
                        .params(where.values())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    /** How many there are, counted up to {@value #COUNTED} and one. */
    long count(Reach reach, Scope under, UnitFilter filter) {
        var where = where(reach, under, filter);
        return db.searching(filter.q())
                .sql("select count(*) from (select from organisation.unit u where " + where.sql()
                        + " limit :limit) found")
                .params(where.values())
                .param("limit", COUNTED + 1)
                .query(Long.class)
                .single();
    }

    /** How many there are, all of them counted. */
    long countAll(Reach reach, Scope under, UnitFilter filter) {
        var where = where(reach, under, filter);
        return db.searching(filter.q())
                .sql("select count(*) from organisation.unit u where " + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    private UnitWhere where(Reach reach, Scope under, UnitFilter filter) {
        var chaired = filter.q() == null ? List.<Long>of() : chairs.of(filter.q());
        return UnitWhere.of(reach, under, filter, chaired, LocalDate.now(clock));
    }
}
