package org.uniongrid.organisation.chains;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;

/** Employers in a chain, as far as the reader reaches them. Reads only. */
@Component
public class ChainMembers {

    static final int SIZE = 50;

    /** The page of a chain shows no more than these in each position; the list has them all. */
    static final int SHOWN = 12;

    private static final Keyset ORDER =
            Keyset.ascending("organisation.chain_member", "m", "chain_id", "position", "id");

    private static final String COLUMNS = """
            select m.id, m.public_id, e.id as employer_id, e.public_id as employer, e.name, e.uscc, m.position,
                   lower(m.during) as since, upper(m.during) as until,
                   (select d.name from organisation.division d
                    where d.code = organisation.district(e.division, e.scope)) as region,
                   e.staff, u.public_id as union_id, u.name as union_name,
                   case when u.category = 'ENTERPRISE' and not exists (
                       select from organisation.cover o
                       where o.unit_id = u.id and o.employer_id <> e.id and o.during @> current_date)
                        then u.members end as members
            """;
    private static final String MEMBERS = """
            from organisation.chain_member m
            join organisation.employer e on e.id = m.employer_id
            left join organisation.unit u on u.id = e.union_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    ChainMembers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** How many stand in a position today: within reach, of these without a union, and elsewhere. */
    public record Count(Position position, long seen, long without, long staff, long elsewhere) {}

    /** A division that members within reach lie in. */
    public record Region(String code, String name, long members) {}

    /** Who leads the chain, or led it; the id is null where it is out of reach. */
    public record Owner(
            @Nullable UUID employer,
            String name,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** The first few of each position today. */
    Map<Position, List<Member>> shown(Chain chain, Reach reach) {
        return db
                .sql("select * from (" + COLUMNS + ", row_number() over (partition by m.position order by m.id) as nr "
                        + MEMBERS + """
                         where m.chain_id = :chain and m.during @> :today and organisation.sees(:reach, e.scope)) n
                        where nr <= :shown order by id
                        """)
                .param("chain", chain.id())
                .param("today", LocalDate.now(clock))
                .param("reach", reach.asArray())
                .param("shown", SHOWN)
                .query(Member.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Member::position));
    }

    Map<Position, Count> counts(Chain chain, Reach reach) {
        return db
                .sql("""
                        select n.position, count(*) filter (where n.seen) as seen,
                               count(*) filter (where n.seen and n.union_id is null) as without,
                               coalesce(sum(n.staff) filter (where n.seen), 0) as staff,
                               count(*) filter (where not n.seen) as elsewhere
                        from (select m.position, e.union_id, e.staff,
                                     organisation.sees(:reach, e.scope) as seen
                              from organisation.chain_member m join organisation.employer e on e.id = m.employer_id
                              where m.chain_id = :chain and m.during @> :today) n
                        group by n.position
                        """)
                .param("chain", chain.id())
                .param("today", LocalDate.now(clock))
                .param("reach", reach.asArray())
                .query(Count.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Count::position, count -> count));
    }

    /** Where the members within reach lie, most of them first. */
    List<Region> regions(Chain chain, Reach reach) {
        return db.sql("""
                        select d.code, d.name, count(*) as members
                        from organisation.chain_member m
                        join organisation.employer e on e.id = m.employer_id
                        join organisation.division d on d.code = organisation.district(e.division, e.scope)
                        where m.chain_id = :chain and m.during @> :today and organisation.sees(:reach, e.scope)
                        group by d.code, d.name order by members desc, d.code limit 30
                        """)
                .param("chain", chain.id())
                .param("today", LocalDate.now(clock))
                .param("reach", reach.asArray())
                .query(Region.class)
                .list();
    }

    /** Who leads and led it, the latest first. Of former ones only those within reach are named. */
    List<Owner> owners(Chain chain, Reach reach) {
        return db.sql("""
                        select case when organisation.sees(:reach, e.scope) then e.public_id end as employer, e.name,
                               lower(m.during) as since, upper(m.during) as until
                        from organisation.chain_member m join organisation.employer e on e.id = m.employer_id
                        where m.chain_id = :chain and m.position = 'OWNER'
                          and (m.during @> :today or organisation.sees(:reach, e.scope))
                        order by m.during desc
                        """)
                .param("chain", chain.id())
                .param("today", LocalDate.now(clock))
                .param("reach", reach.asArray())
                .query(Owner.class)
                .list();
    }

    Page<Member> page(Chain chain, Reach reach, MemberFilter filter, Cursor cursor) {
        return ORDER.page(
                cursor,
                SIZE,
                Member::publicId,
                tail -> db.sql(COLUMNS + MEMBERS + where(filter) + tail.sql())
                        .params(values(chain, reach, filter))
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Member.class)
                        .list());
    }

    long count(Chain chain, Reach reach, MemberFilter filter) {
        return db.sql("select count(*) " + MEMBERS + where(filter))
                .params(values(chain, reach, filter))
                .query(Long.class)
                .single();
    }

    private Map<String, @Nullable Object> values(Chain chain, Reach reach, MemberFilter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("chain", chain.id());
        values.put("today", LocalDate.now(clock));
        values.put("reach", reach.asArray());
        values.put(
                "position", filter.position() == null ? null : filter.position().name());
        values.put("region", filter.region());
        return values;
    }

    private static String where(MemberFilter filter) {
        var where = new StringBuilder(" where m.chain_id = :chain and organisation.sees(:reach, e.scope)");
        where.append(filter.when() == null ? " and m.during @> :today" : " and upper(m.during) <= :today");
        if (filter.position() != null) where.append(" and m.position = :position");
        if (filter.standing() == MemberFilter.Standing.NONE) where.append(" and e.union_id is null");
        if (filter.standing() == MemberFilter.Standing.COVERED) where.append(" and e.union_id is not null");
        if (filter.region() != null) where.append(" and organisation.district(e.division, e.scope) = :region");
        return where.toString();
    }

    /** A member that goes on, of a chain whose keeper is within reach too. */
    Member member(UUID id, Reach reach) {
        return db.sql(COLUMNS + MEMBERS + """
                        join organisation.chain c on c.id = m.chain_id
                        join organisation.unit k on k.id = c.unit_id
                        where m.public_id = :id and organisation.sees(:reach, e.scope) and organisation.sees(:reach, k.scope)
                        """)
                .param("id", id)
                .param("reach", reach.asArray())
                .query(Member.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No member " + id));
    }

    /** Public id of the chain that a member stands in. */
    UUID chainOf(Member member) {
        return db.sql("""
                        select c.public_id from organisation.chain c
                        join organisation.chain_member m on m.chain_id = c.id where m.id = ?
                        """).param(member.id()).query(UUID.class).single();
    }
}
