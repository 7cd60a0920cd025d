package org.uniongrid.matter;

import java.time.Clock;
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

    /**
     * Where a step waits.
     *
     * @param person who has it in person, because they asked; null where it waits in the pool of the unit
     */
    record Place(long unit, @Nullable Long person) {}

    /** In a person's hands, in the pool of a unit, or in the part of it that has the step's role. */
    void open(long matter, Step step, Place place, TimeLimit limit, @Nullable String returnsTo) {
        db.sql("""
                        insert into matter.task (matter_id, step, holder_kind, holder_id, unit_id, role_id, returns_to, started_at, due_at,
                            clock_unit, clock_amount, clock_pack, clock_value, article, clock_sure, alarm_at)
                        values (:matter, :step, case when :person::bigint is null then 'POOL' else 'PERSON' end, coalesce(:person, :unit), :unit, (select id from organisation.role where key = :role),
                            :returnsTo, :now, :dueAt, :clock, :amount, :pack, :value, :article, :sure, :alarmAt)
                        """)
                .param("matter", matter)
                .param("step", step.key())
                .param("unit", place.unit())
                .param("person", place.person())
                .param("role", step.role())
                .param("returnsTo", returnsTo)
                .param("now", now())
                .param("dueAt", limit.dueAt().atOffset(ZoneOffset.UTC))
                .param("clock", limit.unit().name())
                .param("amount", limit.amount())
                .param("pack", limit.pack())
                .param("value", limit.value())
                .param("article", limit.article())
                .param("sure", limit.sure())
                .param("alarmAt", limit.alarmAt().atOffset(ZoneOffset.UTC))
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

    /** By the clock of the step that they are parts of; where that is late already, it is late at once. */
    private static final String CHILD = """
            insert into matter.task (matter_id, step, kind, parent_id, round, holder_kind, holder_id, unit_id, started_at, due_at,
                clock_unit, clock_amount, clock_pack, clock_value, article, clock_sure, alarm_at)
            select t.matter_id, t.step, :kind, t.id, :round, :holderKind, child.holder, child.unit, :now,
                greatest(t.due_at, :now + interval '1 second'),
                t.clock_unit, t.clock_amount, t.clock_pack, t.clock_value, t.article, t.clock_sure, greatest(t.alarm_at, :now)
            from matter.task t,\s""";

    /** A word of each of these posts is asked for, until the step's own deadline. */
    void askSigners(Task task, List<UUID> posts) {
        child(
                        task,
                        Task.Kind.SIGN,
                        "POST",
                        "(select id as holder, unit_id as unit from organisation.post where public_id = any (:posts)) child")
                .param("posts", posts.toArray(UUID[]::new))
                .update();
    }

    /** Into the pools of these units, until the step's own deadline. */
    void dispatch(Task task, List<Long> units) {
        child(
                        task,
                        Task.Kind.DISPATCH,
                        "POOL",
                        "(select id as holder, id as unit from organisation.unit where id = any (:units)) child")
                .param("units", units.toArray(Long[]::new))
                .update();
    }

    private JdbcClient.StatementSpec child(Task task, Task.Kind kind, String holderKind, String children) {
        return db.sql(CHILD + children + " where t.id = :task order by child.holder")
                .param("kind", kind.name())
                .param("holderKind", holderKind)
                .param("round", nextRound(task))
                .param("now", now())
                .param("task", task.id());
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
