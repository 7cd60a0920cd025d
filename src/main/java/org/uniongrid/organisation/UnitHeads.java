package org.uniongrid.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;

/** Reads what stands above every part of a unit's page. */
@Component
public class UnitHeads {

    /** Whoever opens any part of a unit's page needs it. */
    public static final String READ = "organisation.unit.read";

    private final JdbcClient db;
    private final UnitDirectory directory;
    private final List<UnitAction> actions;
    private final Clock clock;

    UnitHeads(JdbcClient db, UnitDirectory directory, List<UnitAction> actions, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.actions = actions.stream()
                .sorted(Comparator.comparingInt(UnitAction::order))
                .toList();
        this.clock = clock;
    }

    /**
     * The head of the unit with this public id.
     *
     * @throws NoSuchElementException where there is none within reach
     */
    public UnitHead find(UUID id, Actor actor) {
        var reach = actor.reach(READ);
        var found = directory.find(id, reach);
        var facts = facts(found);
        return new UnitHead(
                facts,
                directory.above(found, reach),
                below(found, reach),
                actions.stream()
                        .filter(action ->
                                actor.may(action.permission()) && action.fits().test(facts))
                        .toList());
    }

    /** Whether it was dissolved and is looked for at a unit in a subtree that the actor sees. */
    public boolean isGone(UUID id, Actor actor) {
        return db.sql("""
                        select exists (select from organisation.unit where public_id = :id and scope is null
                            and organisation.sees(:below, organisation.rest_scope(id)))
                        """)
                .param("id", id)
                .param(
                        "below",
                        Arrays.stream(actor.reach(READ).asArray())
                                .filter(path -> path.startsWith("/"))
                                .toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private UnitHead.Facts facts(UnitDirectory.Found unit) {
        return db.sql("""
                        select u.code, u.state, u.term_from, u.term_to, u.staff, u.members,
                               (select string_agg(d.name, ' ' order by length(d.code)) from organisation.division d
                                where starts_with(u.division, d.code) and length(d.code) > 2) as division_name,
                               (select above.name from organisation.place p join organisation.unit above on above.id = p.parent_id
                                where p.unit_id = u.id and p.line_id = 1 and p.path is not null) as parent,
                               (select p.name from organisation.post o
                                join organisation.role r on r.id = o.role_id and r.key = 'union-chair'
                                join organisation.tenure t on t.post_id = o.id and t.during @> :today
                                join people.person p on p.id = t.person_id
                                where o.unit_id = u.id order by t.acting, t.id limit 1) as chair
                        from organisation.unit u where u.id = :unit
                        """)
                .param("unit", unit.id())
                .param("today", today())
                .query((row, number) -> facts(row, unit))
                .single();
    }

    private UnitHead.Facts facts(ResultSet row, UnitDirectory.Found unit) throws SQLException {
        var termTo = row.getObject("term_to", LocalDate.class);
        return new UnitHead.Facts(
                unit.id(),
                unit.publicId(),
                unit.name(),
                unit.category(),
                UnitState.valueOf(row.getString("state")),
                unit.scope(),
                row.getString("code"),
                row.getString("division_name"),
                row.getString("parent"),
                row.getString("chair"),
                row.getObject("term_from", LocalDate.class),
                termTo,
                termTo != null && termTo.isBefore(today()),
                row.getObject("staff", Integer.class),
                row.getObject("members", Integer.class));
    }

    /** The unions below and the employers that stand there: kept sums, but for the terms, which go by the day. */
    private UnitHead.Below below(UnitDirectory.Found unit, Reach reach) {
        if (!reach.seesBelow(unit.scope())) return alone(unit);
        var seen = unit.scope().subtree();
        return db.sql("""
                        select t.unions, t.employers, t.covered, nullif(t.staff, 0) as staff, nullif(t.members, 0) as members,
                               (select count(*) from organisation.unit u
                                where u.scope >= :from and u.scope < :to and u.term_to < :today) as overdue
                        from organisation.totals(:unit, :path) t
                        """)
                .param("unit", unit.id())
                .param("path", unit.scope().path())
                .param("from", seen.from())
                .param("to", seen.to())
                .param("today", today())
                .query(UnitHead.Below.class)
                .single();
    }

    /** What is seen of a unit without what is below it. */
    private UnitHead.Below alone(UnitDirectory.Found unit) {
        return db.sql("""
                        select 1 as unions, coalesce(u.term_to < :today, false)::int as overdue,
                               nullif(organisation.own_members(u.category, u.members), 0) as members,
                               e.employers, e.covered, e.staff
                        from organisation.unit u cross join lateral (
                            select count(*) as employers, count(union_id) as covered, sum(staff) as staff
                            from organisation.employer where scope = u.scope) e
                        where u.id = :unit
                        """)
                .param("unit", unit.id())
                .param("today", today())
                .query(UnitHead.Below.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
