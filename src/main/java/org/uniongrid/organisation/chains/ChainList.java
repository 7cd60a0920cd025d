package org.uniongrid.organisation.chains;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;

/** Industry chains by name, with what the reader sees of their members. Reads only. */
@Component
public class ChainList {

    static final int SIZE = 30;

    /** Counts stop here; a list of more says so. */
    public static final int COUNTED = 1_000;

    private static final Keyset ORDER = Keyset.ascending("organisation.chain", "c", "name", "id");

    private final JdbcClient db;
    private final Clock clock;

    ChainList(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One chain.
     *
     * @param keeperId null where the keeper is out of reach
     * @param members how many within reach stand in it today
     * @param without how many of these no union covers
     */
    public record Row(
            UUID publicId,
            String name,
            ChainKind kind,
            String keeper,
            @Nullable UUID keeperId,
            @Nullable String owner,
            long members,
            long without,
            @Nullable LocalDate endedOn) {}

    /** A chain before its members are counted. */
    private record Head(
            long id,
            UUID publicId,
            String name,
            ChainKind kind,
            String keeper,
            @Nullable UUID keeperId,
            @Nullable LocalDate endedOn) {

        Row with(Figures figures) {
            return new Row(
                    publicId,
                    name,
                    kind,
                    keeper,
                    keeperId,
                    figures.owner(),
                    figures.members(),
                    figures.without(),
                    endedOn);
        }
    }

    private record Figures(long chainId, @Nullable String owner, long members, long without) {}

    Page<Row> page(Reach reach, ChainFilter filter, Cursor cursor) {
        var page = ORDER.page(
                cursor,
                SIZE,
                Head::publicId,
                tail -> db.sql("""
                        select c.id, c.public_id, c.name, c.kind, k.name as keeper, c.ended_on,
                               case when organisation.sees(:reach, k.scope) then k.public_id end as keeper_id
                        from organisation.chain c join organisation.unit k on k.id = c.unit_id
                        where """ + " " + where(filter) + tail.sql())
                        .params(values(reach, filter))
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Head.class)
                        .list());
        var figures = figures(page.rows(), reach);
        return new Page<>(
                page.rows().stream()
                        .map(chain -> chain.with(figures.getOrDefault(chain.id(), new Figures(chain.id(), null, 0, 0))))
                        .toList(),
                page.before(),
                page.after());
    }

    /** Of the chains of one page, in one go. */
    private Map<Long, Figures> figures(List<Head> chains, Reach reach) {
        return db
                .sql("""
                        select n.chain_id, max(n.name) filter (where n.position = 'OWNER') as owner,
                               count(*) filter (where n.seen) as members,
                               count(*) filter (where n.seen and n.union_id is null) as without
                        from (select m.chain_id, m.position, e.name, e.union_id, organisation.sees(:reach, e.scope) as seen
                              from organisation.chain_member m join organisation.employer e on e.id = m.employer_id
                              where m.chain_id = any (:chains) and m.during @> :today) n
                        group by n.chain_id
                        """)
                .param("chains", chains.stream().map(Head::id).toArray(Long[]::new))
                .param("today", LocalDate.now(clock))
                .param("reach", reach.asArray())
                .query(Figures.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Figures::chainId, chain -> chain));
    }

    /** How many there are, counted up to {@value #COUNTED} and one. */
    long count(Reach reach, ChainFilter filter) {
        return db.sql("""
                        select count(*) from (
                            select from organisation.chain c join organisation.unit k on k.id = c.unit_id
                            where """ + " " + where(filter) + " limit " + (COUNTED + 1) + ") found")
                .params(values(reach, filter))
                .query(Long.class)
                .single();
    }

    private Map<String, @Nullable Object> values(Reach reach, ChainFilter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("reach", reach.asArray());
        values.put("today", LocalDate.now(clock));
        values.put("q", filter.q());
        values.put("kind", filter.kind() == null ? null : filter.kind().name());
        values.put("keeper", filter.keeper());
        return values;
    }

    /** Who reaches the keeper needs no look at the members: the second part is read for the others only, once. */
    private static String where(ChainFilter filter) {
        var where = new StringBuilder(
                "(organisation.sees(:reach, k.scope) or c.id in (select chain_id from organisation.chains_within(:reach, :today)))");
        where.append(" and (c.ended_on is ").append(filter.state() == ChainFilter.State.ENDED ? "not null)" : "null)");
        if (filter.q() != null) where.append(" and strpos(lower(c.name), lower(:q)) > 0");
        if (filter.kind() != null) where.append(" and c.kind = :kind");
        if (filter.keeper() != null) where.append(" and k.public_id = :keeper and organisation.sees(:reach, k.scope)");
        if (filter.state() == ChainFilter.State.UNFINISHED)
            where.append(" and ").append("""
                    exists (select from organisation.chain_member w join organisation.employer x on x.id = w.employer_id
                        where w.chain_id = c.id and w.during @> :today and x.union_id is null
                          and organisation.sees(:reach, x.scope))""");
        return where.toString();
    }
}
