package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.PostWork;

/** Writes what is handed on, matters locked in the order of their ids. */
@Repository
@Unscoped("writes for the job and the desk, which have found the post")
class HandOnBook {

    /** A step {@code t} of the post that may go: nobody signs twice in a round, and nobody gets what they are barred from. */
    private static final String GOES = """
            t.holder_kind = 'POST' and t.holder_id = :post and t.state <> 'DONE'
            and (t.kind <> 'SIGN' or not exists (
                select from matter.task s where s.parent_id = t.parent_id and s.round = t.round
                    and s.holder_kind = 'POST' and s.holder_id = :to))
            and not exists (
                select from matter.party v join organisation.tenure n on n.person_id = v.person_id and n.during @> :today
                where v.matter_id = t.matter_id and v.part = 'BARRED' and n.post_id = :to)
            and not exists (select from matter.hand_on_matter g where g.hand_on_id = :handOn and g.matter_id = t.matter_id)
            """;

    private final JdbcClient db;
    private final Clock clock;

    HandOnBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    record Added(long id, String movedFrom) {}

    /** Whether the form with this key has not been sent before; whoever sends it at the same time waits. */
    boolean isNew(UUID key) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(key.toString())
                .query()
                .singleRow();
        return !db.sql("select exists (select from matter.hand_on where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    Added add(Actor actor, PostWork.Order order, PostWork.Receiver to) {
        var own = actor.chosen();
        return db.sql("""
                        insert into matter.hand_on (key, post_id, to_post_id, moved_from, moved_to, day, person_id, person_name,
                            post_title, unit_name, at)
                        select :key, o.id, t.id, :from, :label, :day, :person, :name, :title, :unit, :now
                        from organisation.post o, organisation.post t where o.public_id = :post and t.public_id = :to
                        returning id, moved_from
                        """)
                .param("key", order.key())
                .param("post", order.post())
                .param("to", order.to())
                .param("from", label(order.post()))
                .param("label", to.label())
                .param("day", order.day())
                .param("person", actor.personId())
                .param("name", actor.name())
                .param("title", own == null ? "" : own.title())
                .param("unit", own == null || own.unitName() == null ? "" : own.unitName())
                .param("now", now())
                .query(Added.class)
                .single();
    }

    /** Its title, and who held it last. */
    String label(UUID post) {
        return db.sql("""
                        select o.title || coalesce(' ' || (
                            select p.name from organisation.tenure n join people.person p on p.id = n.person_id
                            where n.post_id = o.id and lower(n.during) <= :today order by n.acting, lower(n.during) desc limit 1), '')
                        from organisation.post o where o.public_id = :post
                        """)
                .param("post", post)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .single();
    }

    HandOns.HandOn find(long id) {
        return db.sql("select id, post_id, to_post_id, moved from matter.hand_on where id = ?")
                .param(id)
                .query(HandOns.HandOn.class)
                .single();
    }

    /** One that is not done, held to the end of the transaction; nothing where another process goes on with it. */
    Optional<HandOns.HandOn> lock(long id) {
        return db.sql("""
                        select id, post_id, to_post_id, moved from matter.hand_on where id = ? and done_at is null
                        for update skip locked
                        """).param(id).query(HandOns.HandOn.class).optional();
    }

    /** @return whether there was one that was not done */
    boolean endOf(UUID post) {
        return db.sql("""
                        update matter.hand_on set done_at = :now
                        where post_id = (select id from organisation.post where public_id = :post) and done_at is null
                        """).param("now", now()).param("post", post).update() > 0;
    }

    /** Who has what a post gets, today. */
    List<Long> people(long post) {
        return db.sql("select distinct person_id from matter.handlers(:today) where post_id = :post")
                .param("today", LocalDate.now(clock))
                .param("post", post)
                .query(Long.class)
                .list();
    }

    /** The next matters that have something to go, held to the end of the transaction. */
    List<Long> lock(HandOns.HandOn it, int most) {
        return asked(
                        "select m.id from matter.matter m where m.id = any (array(select distinct t.matter_id from matter.task t where "
                                + GOES + " order by t.matter_id limit :most)) order by m.id for no key update",
                        it)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** All steps of the post in them, each matter with an entry of its timeline. @return how many matters went */
    int move(HandOns.HandOn it, List<Long> matters) {
        return asked(
                        "with went as (update matter.task t set holder_id = :to where t.matter_id = any (:matters) and "
                                + GOES
                                + """
                         returning t.id, t.matter_id),
                        noted as (
                            insert into matter.hand_on_matter (hand_on_id, matter_id) select distinct :handOn, matter_id from went)
                        insert into matter.entry (matter_id, task_id, at, person_id, person_name, post_title, unit_name, action,
                            audience, moved_from, moved_to)
                        select w.matter_id, min(w.id), :now, h.person_id, h.person_name, h.post_title, h.unit_name, 'HAND_ON',
                               'HANDLERS', h.moved_from, h.moved_to
                        from went w join matter.hand_on h on h.id = :handOn group by w.matter_id, h.id
                        """,
                        it)
                .param("matters", matters.toArray(Long[]::new))
                .param("now", now())
                .update();
    }

    private JdbcClient.StatementSpec asked(String sql, HandOns.HandOn it) {
        return db.sql(sql)
                .param("post", it.postId())
                .param("to", it.toPostId())
                .param("handOn", it.id())
                .param("today", LocalDate.now(clock));
    }

    void moved(HandOns.HandOn it, int count, boolean isDone) {
        db.sql(
                        "update matter.hand_on set moved = moved + :count, done_at = case when :done then :now end where id = :handOn")
                .param("count", count)
                .param("done", isDone)
                .param("now", now())
                .param("handOn", it.id())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
