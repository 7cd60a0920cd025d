package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;

/** Finds and moves steps that nobody may do, matters locked in the order of their ids. */
@Repository
@Unscoped("a job that acts for nobody")
class OrphanBook {

    /** Who may do steps today: of which unit and role, of which unit, by which post. Wants {@code :today}. */
    private static final String ABLE = """
            with able as materialized (select distinct unit_id, role_id from matter.handlers(:today)),
            manned as materialized (select distinct unit_id from able),
            held as materialized (
                select post_id from matter.handlers(:today)
                union select d.post_id from matter.delegation d join matter.handlers(:today) h on h.post_id = d.to_post_id
                where d.during @> :today and d.ended_at is null)
            """;

    /** Steps, with the post that has it, and the pool of the unit where the step's role has somebody there. */
    private static final String STEPS = """
             from matter.task t join matter.matter m on m.id = t.matter_id
            left join held on held.post_id = t.holder_id and t.holder_kind = 'POST'
            left join manned on manned.unit_id = t.unit_id and t.role_id is null
            left join able on able.unit_id = t.unit_id and able.role_id = t.role_id
            """;

    private static final String POOLED = "coalesce(manned.unit_id, able.unit_id) is not null";

    /** Neither has somebody. A signer's word goes with what waits for it; what a post has that is held is not in the pool. */
    private static final String ORPHANED = """
             t.state <> 'DONE' and t.kind <> 'SIGN' and t.holder_kind <> 'PERSON' and held.post_id is null
            and not (\s""" + POOLED + """
                and (t.holder_kind = 'POOL' or not exists (
                    select from organisation.tenure n where n.post_id = t.holder_id and n.during @> :today)))
            """;

    /** Where it goes: as near as can be, and to whoever asked last of all. */
    private static final String TARGET = """
             cross join lateral (
                select a.id, a.name from organisation.unit a
                where a.id in (select ('x' || lpad(x, 16, '0'))::bit(64)::bigint
                    from unnest(string_to_array(trim('/' from organisation.rest_scope(t.unit_id)), '/')) x)
                  and exists (select from manned b where b.unit_id = a.id)
                  and (a.id <> t.unit_id or\s""" + POOLED + """
                ) order by a.id = m.unit_id and t.unit_id <> m.unit_id, length(a.scope) desc limit 1) target
            """;

    private final JdbcClient db;
    private final Clock clock;

    OrphanBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Some matters with such a step that has somewhere to go, held to the end of the transaction. */
    List<Long> lock(@Nullable List<Long> units, int most) {
        var found = db.sql(ABLE
                        + "select distinct t.matter_id" + STEPS + TARGET
                        + " where " + (units == null ? "" : "t.unit_id = any (:units) and ") + ORPHANED
                        + " order by t.matter_id limit :most")
                .param("today", today())
                .param("units", units == null ? null : units.toArray(Long[]::new))
                .param("most", most)
                .query(Long.class)
                .list();
        return db.sql("select id from matter.matter where id = any (?) order by id for no key update")
                .param(found.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** With the same deadline. What waited for signers waits no longer; what waits for units below goes on waiting. */
    List<Orphans.Moved> move(List<Long> matters) {
        return db.sql(ABLE + """
                        , going as (
                            select t.id, t.matter_id, target.id as to_id, target.name as to_name, u.name as from_name,
                                   u.name || coalesce(' · ' || o.title, '') as moved_from
                            """ + STEPS + """
                            join organisation.unit u on u.id = t.unit_id
                            left join organisation.post o on o.id = t.holder_id and t.holder_kind = 'POST'
                            """ + TARGET + " where t.matter_id = any (:matters) and " + ORPHANED + """
                            ),
                        unsigned as (
                            update matter.task c set state = 'DONE', done_at = :now, verdict = 'UNNEEDED'
                            from going g where c.parent_id = g.id and c.kind = 'SIGN' and c.state <> 'DONE'),
                        moved as (
                            update matter.task t set holder_kind = 'POOL', holder_id = g.to_id, unit_id = g.to_id, role_id = null, needs = null,
                                state = case when t.state = 'WAITING' and exists (
                                    select from matter.task c where c.parent_id = t.id and c.kind = 'DISPATCH' and c.state <> 'DONE')
                                    then 'WAITING' else 'OPEN' end
                            from going g where t.id = g.id),
                        party as (
                            insert into matter.party (matter_id, part, unit_id, scope, since)
                            select distinct g.matter_id, 'HANDLER', u.id, u.scope, :now::timestamptz
                            from going g join organisation.unit u on u.id = g.to_id
                            on conflict (matter_id, part, person_id, unit_id) do nothing),
                        entered as (
                            insert into matter.entry (matter_id, task_id, at, person_name, post_title, unit_name, action, audience,
                                moved_from, moved_to)
                            select g.matter_id, g.id, :now, '', '', g.from_name, 'HAND_ON', 'HANDLERS', g.moved_from, g.to_name from going g)
                        select matter_id, to_id, from_name, to_name from going
                        """)
                .param("today", today())
                .param("matters", matters.toArray(Long[]::new))
                .param("now", OffsetDateTime.now(clock))
                .query(Orphans.Moved.class)
                .list();
    }

    /** As many steps are in somebody's hands as there are. */
    void count(List<Long> matters) {
        db.sql("""
                        update matter.matter m set open_tasks = c.open from (
                            select t.matter_id, count(*) as open from matter.task t
                            where t.matter_id = any (?) and t.state = 'OPEN' group by t.matter_id) c
                        where m.id = c.matter_id and m.open_tasks <> c.open
                        """).param(matters.toArray(Long[]::new)).update();
    }

    List<Long> people(List<Long> units) {
        return db.sql("select distinct person_id from matter.handlers(:today) where unit_id = any (:units)")
                .param("today", today())
                .param("units", units.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
