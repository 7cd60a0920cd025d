package org.uniongrid.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;

/** Writes what happens to matters. Each matter that it writes to is locked before. */
@Repository
@Unscoped("writes for the desk, which has found the matter for its actor")
class MatterBook {

    private final JdbcClient db;
    private final Clock clock;

    MatterBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A unit that is asked for something, or asks, as it stands today. */
    record Unit(long id, String name) {}

    /** Whether the form with this key has not been sent before. */
    boolean isNew(UUID key, long matter, Actor actor) {
        return db.sql("""
                        insert into matter.action_key (key, matter_id, person_id, at) values (?, ?, ?, ?)
                        on conflict (key) do nothing
                        """).params(key, matter, actor.personId(), now()).update() == 1;
    }

    /** What the form with this key has made already; whoever sends it at the same time waits. */
    Optional<UUID> made(UUID key, Actor actor) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(key.toString())
                .query()
                .singleRow();
        return db.sql("""
                        select m.public_id from matter.action_key k join matter.matter m on m.id = k.matter_id
                        where k.key = ? and k.person_id = ?
                        """).params(key, actor.personId()).query(UUID.class).optional();
    }

    Unit unit(UUID id) {
        return db.sql("select id, name from organisation.unit where public_id = ? for key share")
                .param(id)
                .query(Unit.class)
                .single();
    }

    /** Who may handle matters in a unit today. */
    List<Long> people(long unit) {
        return db.sql("""
                        select distinct n.person_id from organisation.post o
                        join organisation.role r on r.id = o.role_id and 'matter.handle' = any (r.permissions)
                        join organisation.tenure n on n.post_id = o.id and n.during @> :today
                        where o.unit_id = :unit
                        """)
                .param("unit", unit)
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list();
    }

    /** Whoever has a step in their hands today. */
    List<Long> holders(Task task) {
        if (task.isPooled()) return people(task.unitId());
        return db.sql("""
                        select n.person_id from organisation.post o
                        join organisation.tenure n on n.post_id = o.id and n.during @> :today where o.public_id = :post
                        """)
                .param("post", task.post())
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list();
    }

    /** The next number of a unit in a year; whoever else wants one waits for the end of the transaction. */
    int nextNumber(long unit, int year) {
        return db.sql("""
                        insert into matter.series (unit_id, year, last) values (?, ?, 1)
                        on conflict (unit_id, year) do update set last = matter.series.last + 1 returning last
                        """).params(unit, year).query(Integer.class).single();
    }

    /** A matter that is new, with one step to be opened. */
    record New(String kind, Unit from, Unit to, String title, String words, UUID pack) {}

    record Filed(long id, UUID publicId) {}

    Filed add(New it, Actor actor) {
        var year = LocalDate.now(clock).getYear();
        var filed = db.sql("""
                        insert into matter.matter (kind, title, words, unit_id, unit_name, person_id, person_name, asked_id,
                            asked_name, year, nr, open_tasks, pack_id, opened_at)
                        values (:kind, :title, :words, :unit, :unitName, :person, :personName, :asked, :askedName, :year, :nr, 1,
                            :pack, :now)
                        returning id, public_id
                        """)
                .param("kind", it.kind())
                .param("title", it.title())
                .param("words", it.words())
                .param("unit", it.from().id())
                .param("unitName", it.from().name())
                .param("person", actor.personId())
                .param("personName", actor.name())
                .param("asked", it.to().id())
                .param("askedName", it.to().name())
                .param("year", year)
                .param("nr", nextNumber(it.to().id(), year))
                .param("pack", it.pack())
                .param("now", now())
                .query(Filed.class)
                .single();
        addParties(filed.id(), it.from().id(), it.to().id());
        return filed;
    }

    private void addParties(long matter, long asker, long handler) {
        db.sql("""
                        insert into matter.party (matter_id, part, unit_id, scope, since)
                        select :matter, case u.id when :asker then 'ASKER' else 'HANDLER' end, u.id, u.scope, :now
                        from organisation.unit u where u.id in (:asker, :handler)
                        """)
                .param("matter", matter)
                .param("asker", asker)
                .param("handler", handler)
                .param("now", now())
                .update();
    }

    /** Into the pool of a unit. */
    void open(long matter, String step, long unit, Instant due) {
        db.sql("""
                        insert into matter.task (matter_id, step, holder_kind, holder_id, unit_id, started_at, due_at)
                        values (?, ?, 'POOL', ?, ?, ?, ?)
                        """)
                .params(matter, step, unit, unit, now(), due.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The same step with the same deadline, in the hands of a post or, without one, of its unit's pool. */
    void hand(Task task, @Nullable UUID post) {
        db.sql("""
                        update matter.task t set holder_kind = case when o.id is null then 'POOL' else 'POST' end,
                            holder_id = coalesce(o.id, t.unit_id)
                        from (select) one left join organisation.post o on o.public_id = :post
                        where t.id = :task
                        """).param("post", post).param("task", task.id()).update();
    }

    void done(Task task, Action verdict) {
        db.sql("update matter.task set state = 'DONE', done_at = ?, verdict = ? where id = ?")
                .params(now(), verdict.name(), task.id())
                .update();
    }

    void close(Matter matter, Action verdict, MatterState outcome) {
        db.sql("update matter.task set state = 'DONE', done_at = ?, verdict = ? where matter_id = ? and state = 'OPEN'")
                .params(now(), verdict.name(), matter.id())
                .update();
        db.sql("update matter.matter set state = 'CLOSED', outcome = ?, open_tasks = 0, closed_at = ? where id = ?")
                .params(outcome.name(), now(), matter.id())
                .update();
    }

    void enter(long matter, @Nullable Task task, Actor actor, Action action, @Nullable String words) {
        enter(matter, task, actor, action, words, action.isInside());
    }

    void enter(long matter, @Nullable Task task, Actor actor, Action action, @Nullable String words, boolean inside) {
        var post = actor.chosen();
        db.sql("""
                        insert into matter.entry (matter_id, task_id, at, person_id, person_name, post_title, unit_name, action,
                            words, audience)
                        values (:matter, :task, :now, :person, :name, :title, :unit, :action, :words, :audience)
                        """)
                .param("matter", matter)
                .param("task", task == null ? null : task.id())
                .param("now", now())
                .param("person", actor.personId())
                .param("name", actor.name())
                .param("title", post == null ? "" : post.title())
                .param("unit", post == null || post.unitName() == null ? "" : post.unitName())
                .param("action", action.name())
                .param("words", words)
                .param("audience", inside ? "HANDLERS" : "ALL")
                .update();
    }

    /** Who moved a matter last. */
    String lastMover(Matter matter) {
        return db.sql(
                        "select person_name from matter.entry where matter_id = ? and action not in ('COMMENT', 'URGE', 'ATTACH', 'DETACH') order by id desc limit 1")
                .param(matter.id())
                .query(String.class)
                .single();
    }

    boolean wasUrgedSince(Matter matter, Instant since) {
        return db.sql("select exists (select from matter.entry where matter_id = ? and action = 'URGE' and at >= ?)")
                .params(matter.id(), since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
