package org.uniongrid.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;

/** Writes the steps of matters that are locked. */
@Repository
@Unscoped("writes for the desk, which has found the matter for its actor")
class TaskBook {

    private final JdbcClient db;
    private final Clock clock;

    TaskBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Into the pool of a unit, or the part of it that has the step's role. */
    void open(long matter, Step step, long unit, Instant due, @Nullable String returnsTo) {
        db.sql("""
                        insert into matter.task (matter_id, step, holder_kind, holder_id, unit_id, role_id, returns_to, started_at, due_at)
                        values (:matter, :step, 'POOL', :unit, :unit, (select id from organisation.role where key = :role),
                            :returnsTo, :now, :due)
                        """)
                .param("matter", matter)
                .param("step", step.key())
                .param("unit", unit)
                .param("role", step.role())
                .param("returnsTo", returnsTo)
                .param("now", now())
                .param("due", due.atOffset(ZoneOffset.UTC))
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

    void done(Task task, String verdict, @Nullable Long person) {
        db.sql("update matter.task set state = 'DONE', done_at = ?, verdict = ?, done_by = ? where id = ?")
                .params(Arrays.asList(now(), verdict, person, task.id()))
                .update();
    }

    /** All of a matter that is not done. */
    void doneAll(Matter matter, String verdict) {
        db.sql(
                        "update matter.task set state = 'DONE', done_at = ?, verdict = ? where matter_id = ? and state <> 'DONE'")
                .params(now(), verdict, matter.id())
                .update();
    }

    /** Meanwhile in the hands of the post alone, and in nobody's list. */
    void await(Task task, UUID post, @Nullable Integer needs) {
        hand(task, post);
        db.sql("update matter.task set state = 'WAITING', needs = ? where id = ?")
                .params(Arrays.asList(needs, task.id()))
                .update();
    }

    /** Waits no longer. */
    void wake(long task) {
        db.sql("update matter.task set state = 'OPEN', needs = null where id = ? and state = 'WAITING'")
                .param(task)
                .update();
    }

    /** A word of each of these posts is asked for, until the step's own deadline. */
    void askSigners(Matter matter, Task task, List<UUID> posts) {
        db.sql("""
                        insert into matter.task (matter_id, step, kind, parent_id, round, holder_kind, holder_id, unit_id, started_at, due_at)
                        select t.matter_id, t.step, 'SIGN', t.id, :round, 'POST', o.id, o.unit_id, :now, greatest(t.due_at, :now + interval '1 second')
                        from matter.task t join organisation.post o on o.public_id = any (:posts) where t.id = :task order by o.id
                        """)
                .param("posts", posts.toArray(UUID[]::new))
                .param("round", nextRound(task))
                .param("now", now())
                .param("task", task.id())
                .update();
    }

    /** Into the pools of these units, until the step's own deadline. */
    void dispatch(Task task, List<Long> units) {
        db.sql("""
                        insert into matter.task (matter_id, step, kind, parent_id, round, holder_kind, holder_id, unit_id, started_at, due_at)
                        select t.matter_id, t.step, 'DISPATCH', t.id, :round, 'POOL', u, u, :now, greatest(t.due_at, :now + interval '1 second')
                        from matter.task t, unnest(:units) u where t.id = :task order by u
                        """)
                .param("units", units.toArray(Long[]::new))
                .param("round", nextRound(task))
                .param("now", now())
                .param("task", task.id())
                .update();
    }

    private int nextRound(Task task) {
        return db.sql("select coalesce(max(round), 0) + 1 from matter.task where parent_id = ?")
                .param(task.id())
                .query(Integer.class)
                .single();
    }

    boolean hasSpoken(Task signer, long person) {
        return db.sql("""
                        select exists (select from matter.task t join matter.task own on own.id = :signer
                        where t.parent_id = own.parent_id and t.round = own.round and t.done_by = :person)
                        """)
                .param("signer", signer.id())
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    boolean hasUndone(long parent) {
        return db.sql("select exists (select from matter.task where parent_id = ? and state <> 'DONE')")
                .param(parent)
                .query(Boolean.class)
                .single();
    }

    /** All that hangs on a step, to its last part, is waited for no longer. */
    void doneBelow(long task, String verdict) {
        db.sql("""
                        with recursive below as (
                            select id from matter.task where parent_id = :task
                            union all select t.id from matter.task t join below b on t.parent_id = b.id)
                        update matter.task set state = 'DONE', done_at = :now, verdict = :verdict
                        where id in (select id from below) and state <> 'DONE'
                        """)
                .param("task", task)
                .param("now", now())
                .param("verdict", verdict)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
