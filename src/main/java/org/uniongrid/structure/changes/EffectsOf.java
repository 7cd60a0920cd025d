package org.uniongrid.structure.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.TreeStep;

/** Counts and names what a plan would bring about. */
@Component
@Unscoped("asked for a plan, which is made within reach")
class EffectsOf {

    private static final int NAMED = 12;

    private final JdbcClient db;

    EffectsOf(JdbcClient db) {
        this.db = db;
    }

    Effects plan(Plan plan) {
        var up = above(plan);
        var before = new HashSet<Long>();
        var after = new HashSet<Long>();
        var lost = new HashSet<Long>();
        var gained = new HashSet<Long>();
        for (var way : plan.ways()) {
            var from = up.getOrDefault(way.from(), Set.of());
            var to = way.to() == 0 ? up.getOrDefault(aboveOf(plan), Set.of()) : up.getOrDefault(way.to(), Set.of());
            before.addAll(from);
            after.addAll(to);
            from.stream().filter(unit -> !to.contains(unit)).forEach(lost::add);
            to.stream().filter(unit -> !from.contains(unit)).forEach(gained::add);
        }
        return new Effects(
                moved(plan),
                covered(plan),
                ended(plan),
                sight(lost, difference(after, lost), plan.order().day()),
                sight(gained, difference(before, gained), plan.order().day()));
    }

    private static long aboveOf(Plan plan) {
        return plan.above() == null ? plan.subject().id() : plan.above().id();
    }

    private static Set<Long> difference(Set<Long> all, Set<Long> without) {
        var left = new HashSet<>(all);
        left.removeAll(without);
        return left;
    }

    /** Of every unit that something goes from or to: itself and all above it on that day. */
    private Map<Long, Set<Long>> above(Plan plan) {
        var starts = new LinkedHashSet<Long>(List.of(aboveOf(plan)));
        for (var way : plan.ways()) starts.addAll(List.of(way.from(), way.to()));
        var up = new HashMap<Long, Set<Long>>();
        db.sql("""
                        with recursive up (start, unit_id) as (
                            select s, s from unnest(:starts) as s
                            union
                            select up.start, p.parent_id from up join organisation.place p
                                on p.unit_id = up.unit_id and p.line_id = 1 and p.during @> :day and p.parent_id is not null)
                        select start, unit_id from up
                        """)
                .param("starts", starts.toArray(Long[]::new))
                .param("day", plan.order().day())
                .query(row -> {
                    up.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(row.getLong(2));
                });
        return up;
    }

    /** Who holds a post that reaches down from one of these units, and none that does from the others. */
    private Effects.Sight sight(Set<Long> units, Set<Long> elsewhere, LocalDate day) {
        var people = db.sql("""
                        select distinct on (n.id) n.id as person_id, n.name, o.title, u.name as unit
                        from organisation.tenure t join organisation.post o on o.id = t.post_id
                        join organisation.role r on r.id = o.role_id join organisation.unit u on u.id = o.unit_id
                        join people.person n on n.id = t.person_id
                        where o.unit_id = any (:units) and t.during @> :day and r.reach = 'BELOW'
                          and 'organisation.unit.read' = any (r.permissions)
                          and not exists (
                              select from organisation.tenure t2 join organisation.post o2 on o2.id = t2.post_id
                              join organisation.role r2 on r2.id = o2.role_id
                              where t2.person_id = t.person_id and o2.unit_id = any (:elsewhere) and t2.during @> :day
                                and r2.reach = 'BELOW' and 'organisation.unit.read' = any (r2.permissions))
                        order by n.id
                        """)
                .param("units", units.toArray(Long[]::new))
                .param("elsewhere", elsewhere.toArray(Long[]::new))
                .param("day", day)
                .query(Effects.Seer.class)
                .list();
        return new Effects.Sight(people.size(), people.stream().limit(NAMED).toList());
    }

    private record Counts(long units, long employers, long members, long posts, long tenures) {}

    private Effects.Moved moved(Plan plan) {
        var tops = plan.only(TreeStep.Place.class).stream()
                .map(place -> plan.units().get(place.unit()))
                .filter(unit -> unit != null && unit.scope() != null)
                .toList();
        var spans = tops.stream()
                .map(unit -> new Scope(String.valueOf(unit.scope())).subtree())
                .toList();
        var counts = db.sql("""
                        select coalesce(sum(u.units), 0) as units, coalesce(sum(e.employers), 0) as employers,
                               coalesce(sum(u.members), 0) as members, coalesce(sum(p.posts), 0) as posts,
                               coalesce(sum(p.tenures), 0) as tenures
                        from unnest(:from::text[], :to::text[]) as s(f, t)
                        cross join lateral (
                            select count(*) as units, sum(u.members) filter (
                                where u.category not in ('FEDERATION', 'REGIONAL', 'INDUSTRIAL', 'CHAIN')) as members
                            from organisation.unit u
                            where u.scope >= s.f collate "C" and u.scope < s.t collate "C") u
                        cross join lateral (
                            select count(*) as employers from organisation.employer e
                            where e.scope >= s.f collate "C" and e.scope < s.t collate "C") e
                        cross join lateral (
                            select count(distinct t.post_id) as posts, count(*) as tenures from organisation.tenure t
                            where t.scope >= s.f collate "C" and t.scope < s.t collate "C" and t.during @> :day) p
                        """)
                .param("from", spans.stream().map(span -> span.from()).toArray(String[]::new))
                .param("to", spans.stream().map(span -> span.to()).toArray(String[]::new))
                .param("day", plan.order().day())
                .query(Counts.class)
                .single();
        return new Effects.Moved(
                counts.units(),
                counts.employers(),
                counts.members(),
                counts.posts(),
                counts.tenures(),
                tops.stream().limit(NAMED).map(Below::name).toList(),
                Math.max(0, tops.size() - NAMED));
    }

    private List<Effects.Covered> covered(Plan plan) {
        var covers = new ArrayList<Effects.Covered>();
        for (var cover : plan.only(TreeStep.Cover.class)) {
            var from = plan.name(cover.unit());
            if (cover.to() != null) {
                covers.add(covered(from, plan.name(cover.to()), false, cover.employers()));
                continue;
            }
            var elsewhere = elsewhere(cover, plan.order().day());
            var left = cover.employers().stream()
                    .filter(employer -> !elsewhere.contains(employer))
                    .toList();
            if (!left.isEmpty()) covers.add(covered(from, null, false, left));
            if (!elsewhere.isEmpty()) covers.add(covered(from, null, true, elsewhere));
        }
        return covers;
    }

    private Effects.Covered covered(String from, @Nullable String to, boolean elsewhere, List<Long> employers) {
        var first = names(employers.stream().limit(NAMED).toList());
        return new Effects.Covered(from, to, elsewhere, employers.size(), first);
    }

    /** Those that another union covers besides on that day. */
    private List<Long> elsewhere(TreeStep.Cover cover, LocalDate day) {
        return db.sql("""
                        select distinct employer_id from organisation.cover
                        where employer_id = any (:employers) and unit_id <> :unit and during @> :day order by employer_id
                        """)
                .param("employers", cover.employers().toArray(Long[]::new))
                .param("unit", cover.unit())
                .param("day", day)
                .query(Long.class)
                .list();
    }

    private List<String> names(List<Long> employers) {
        return db.sql("select name from organisation.employer where id = any (?) order by id")
                .param(employers.toArray(Long[]::new))
                .query(String.class)
                .list();
    }

    private Effects.Ended ended(Plan plan) {
        var units =
                plan.only(TreeStep.End.class).stream().map(TreeStep.End::unit).collect(Collectors.toSet());
        if (units.isEmpty()) return new Effects.Ended(List.of(), List.of());
        var posts = db.sql("""
                        select u.name as unit, o.title, n.id as person_id, n.public_id as person, n.name as holder
                        from organisation.post o join organisation.unit u on u.id = o.unit_id
                        left join organisation.tenure t on t.post_id = o.id
                            and (upper_inf(t.during) or upper(t.during) > :day)
                        left join people.person n on n.id = t.person_id
                        where o.unit_id = any (:units) and (o.closed_on is null or o.closed_on > :day)
                        order by u.id, o.id, t.id
                        """)
                .param("units", units.toArray(Long[]::new))
                .param("day", plan.order().day())
                .query(Effects.Post.class)
                .list();
        var committees = db.sql("""
                        select u.name as unit, c.kind, (select count(*) from organisation.committee_member m
                            where m.committee_id = c.id and (upper_inf(m.during) or upper(m.during) > :day)) as members
                        from organisation.committee c join organisation.unit u on u.id = c.unit_id
                        where c.unit_id = any (:units) and (upper_inf(c.during) or upper(c.during) > :day) order by c.id
                        """)
                .param("units", units.toArray(Long[]::new))
                .param("day", plan.order().day())
                .query(Effects.Committee.class)
                .list();
        return new Effects.Ended(posts, committees);
    }
}
