package org.uniongrid.organisation.women;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
import org.uniongrid.foundation.Span;

/** Unions of a subtree with so many women that they need a committee, in the order of the tree, and their figures. */
@Component
public class WomenList {

    static final int SIZE = 50;

    /** Right below a unit so many are told apart. */
    private static final int BRANCHES = 60;

    private static final Keyset ORDER = Keyset.ascending("organisation.unit", "u", "scope", "id");

    private static final String NEEDS = """
            u.women_members > 0 and u.women_members >= :women and u.category in ('JOINT', 'ENTERPRISE', 'VILLAGE')
            """;
    private static final String COUNTS = """
            count(*) as needed, count(*) filter (where u.women_until > :today) as has,
            count(*) filter (where u.women_until <= :today) as overdue,
            count(*) filter (where u.women_until is null) as missing
            """;

    private final JdbcClient db;
    private final Clock clock;

    WomenList(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A union that needs a committee.
     *
     * @param until the last day of the committee's term; null where there is none
     */
    public record Row(
            UUID publicId,
            String name,
            int womenMembers,
            WomenFilter.Standing standing,
            @Nullable LocalDate until,
            @Nullable UUID committee,
            @Nullable String chair) {}

    /** Of those that need one: how many have one, had one whose term is over, have none. */
    public record Figures(long needed, long has, long overdue, long missing) {}

    /** A unit right below, with the figures of what stands there. */
    public record Branch(UUID publicId, String name, long needed, long has, long overdue, long missing) {}

    Page<Row> page(Reach reach, Scope under, Need need, WomenFilter filter, Cursor cursor) {
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql("""
                        select u.public_id, u.name, u.women_members, u.women_until - 1 as until, c.public_id as committee,
                               case when u.women_until is null then 'MISSING' when u.women_until <= :today then 'OVERDUE'
                                    else 'HAS' end as standing,
                               (select p.name from organisation.committee_member m join people.person p on p.id = m.person_id
                                where m.committee_id = c.id and m.duty = 'CHAIR' and m.during @> :today) as chair
                        from organisation.unit u left join lateral (
                            select k.id, k.public_id from organisation.committee k
                            where k.unit_id = u.id and k.kind = 'WOMEN' and u.women_until is not null
                            order by k.during desc limit 1) c on true
                        where u.scope >= :from and u.scope < :to and\s""" + NEEDS + standing(filter) + tail.sql())
                        .params(values(reach.under(under), need))
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    Figures figures(Reach reach, Scope under, Need need) {
        return db.sql("select " + COUNTS + " from organisation.unit u where u.scope >= :from and u.scope < :to and "
                        + NEEDS)
                .params(values(reach.under(under), need))
                .query(Figures.class)
                .single();
    }

    /** The units right below that are no base unions, where somebody needs a committee. */
    List<Branch> branches(Reach reach, Scope under, Need need) {
        if (!reach.seesBelow(under)) return List.of();
        return db.sql("select b.public_id, b.name, " + COUNTS + """
                         from organisation.unit top
                        join organisation.place p on p.parent_id = top.id and p.line_id = 1 and p.path is not null
                        join organisation.unit b on b.id = p.unit_id
                            and b.category in ('FEDERATION', 'REGIONAL', 'INDUSTRIAL', 'CHAIN')
                        join organisation.unit u on u.scope >= b.scope and u.scope < (left(b.scope, -1) || '0') collate "C" and
                        """ + NEEDS + """
                        where top.scope = :from group by b.id order by b.scope limit :branches
                        """)
                .params(values(reach.under(under), need))
                .param("branches", BRANCHES)
                .query(Branch.class)
                .list();
    }

    private static String standing(WomenFilter filter) {
        if (filter.standing() == null) return "";
        return switch (filter.standing()) {
            case HAS -> " and u.women_until > :today";
            case OVERDUE -> " and u.women_until <= :today";
            case MISSING -> " and u.women_until is null";
        };
    }

    private Map<String, Object> values(Span seen, Need need) {
        var values = new HashMap<String, Object>();
        values.put("from", seen.from());
        values.put("to", seen.to());
        values.put("women", need.women());
        values.put("today", LocalDate.now(clock));
        return values;
    }
}
