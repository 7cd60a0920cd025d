package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;

/** 委托: for some days another post of the unit has, beside one's own, what waits for one's post. */
@Repository
@Unscoped("asks for the posts of the actor, or for one that Absences has found within reach")
public class Delegations {

    /** Days, the last one among them. */
    static final int LONGEST = 180;

    static final String SUBSTITUTED = "matter.substituted";
    static final String STANDS_IN = "matter.stands-in";

    private final JdbcClient db;
    private final AuditTrail trail;
    private final Notices notices;
    private final Tasks tasks;
    private final Clock clock;

    Delegations(JdbcClient db, AuditTrail trail, Notices notices, Tasks tasks, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.notices = notices;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * One that has not ended.
     *
     * @param mine whether the post's own work is handed over; otherwise the post has that of another
     * @param who title and holder of the other post
     * @param until its last day
     * @param forHolder whether somebody else did it for a holder who is away
     */
    public record Delegation(
            UUID id, boolean mine, String who, LocalDate from, LocalDate until, String words, boolean forHolder) {

        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** What somebody has today. */
    public Hands hands(Actor actor) {
        var chosen = actor.chosen();
        if (chosen == null) return new Hands(actor.personId(), null, new HashSet<>());
        return new Hands(
                actor.personId(),
                chosen,
                new HashSet<>(db.sql("""
                                select p.public_id from organisation.post o
                                join matter.delegation d on d.to_post_id = o.id and d.during @> :today and d.ended_at is null
                                join organisation.post p on p.id = d.post_id where o.public_id = :post
                                """)
                        .param("post", chosen.id())
                        .param("today", LocalDate.now(clock))
                        .query(UUID.class)
                        .list()));
    }

    /** What the chosen post has handed over, or has for others, today or later; the nearest first. */
    public List<Delegation> of(Actor actor) {
        return actor.chosen() == null ? List.of() : of(actor.chosen().id());
    }

    List<Delegation> of(UUID post) {
        return db.sql("""
                        select d.public_id as id, own.id = d.post_id as mine, lower(d.during) as "from", upper(d.during) - 1 as until, d.words,
                               d.for_holder,
                               o.title || coalesce(' ' || (select p.name from organisation.tenure n join people.person p on p.id = n.person_id
                                   where n.post_id = o.id and n.during @> :today order by n.acting, n.id limit 1), '') as who
                        from organisation.post own join matter.delegation d on own.id in (d.post_id, d.to_post_id)
                        join organisation.post o on o.id = case own.id when d.post_id then d.to_post_id else d.post_id end
                        where own.public_id = :post and upper(d.during) > :today and d.ended_at is null order by lower(d.during), d.id
                        """)
                .param("post", post)
                .param("today", LocalDate.now(clock))
                .query(Delegation.class)
                .list();
    }

    /** The colleagues in whose hands the chosen post may put its work. */
    public List<Tasks.Post> colleagues(Actor actor) {
        var post = actor.chosen();
        if (post == null
                || post.unitId() == null
                || post.scope() == null
                || !post.reach().sees(post.scope())) return List.of();
        return tasks.posts(unit(post.unitId())).stream()
                .filter(one -> !one.id().equals(post.id()) && one.holderId() != actor.personId())
                .toList();
    }

    private long unit(UUID id) {
        return db.sql("select id from organisation.unit where public_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** @param until the last day */
    public record Order(UUID to, LocalDate from, LocalDate until, String words) {}

    @Transactional
    public void add(Actor actor, Order order) {
        var own = actor.chosen();
        if (own == null) throw new RuleBroken(MatterRule.DELEGATED_TO_A_COLLEAGUE);
        add(actor, new Own(own.id(), own.title(), false), order, colleagues(actor));
    }

    /** Whose work is delegated. @param forHolder whether the actor does it for a holder who is away */
    record Own(UUID post, String label, boolean forHolder) {}

    /** @param choices who may get it */
    void add(Actor actor, Own own, Order order, List<Tasks.Post> choices) {
        var today = LocalDate.now(clock);
        var to = choices.stream()
                .filter(one -> one.id().equals(order.to()))
                .findFirst()
                .orElseThrow(() -> new RuleBroken(MatterRule.DELEGATED_TO_A_COLLEAGUE));
        MatterRule.DELEGATED_FOR_A_TIME.require(!order.from().isBefore(today)
                && !order.until().isBefore(order.from())
                && order.until().isBefore(order.from().plusDays(LONGEST)));
        MatterRule.DELEGATED_ONCE.require(insert(actor, own, order) == 1);
        trail.add(
                actor,
                Deed.of("matter.delegate", "matter.delegation", own.post(), own.label() + " → " + to.label())
                        .because(order.words()));
        if (own.forHolder()) tell(own, order, to);
    }

    private int insert(Actor actor, Own own, Order order) {
        return db.sql("""
                        insert into matter.delegation (post_id, to_post_id, during, words, person_id, at, for_holder)
                        select o.id, t.id, daterange(:from, :until, '[]'), :words, :person, :now, :forHolder
                        from (select id from organisation.post where public_id = :own for no key update) o, organisation.post t
                        where t.public_id = :to
                          and not exists (select from matter.delegation d where d.post_id = o.id and d.ended_at is null and d.during && daterange(:from, :until, '[]'))
                        """)
                .param("own", own.post())
                .param("to", order.to())
                .param("from", order.from())
                .param("until", order.until())
                .param("words", order.words())
                .param("person", actor.personId())
                .param("now", OffsetDateTime.now(clock))
                .param("forHolder", own.forHolder())
                .update();
    }

    /** Whoever is away, and whoever stands in. */
    private void tell(Own own, Order order, Tasks.Post to) {
        var away = db.sql("""
                        select distinct n.person_id from organisation.post o
                        join organisation.tenure n on n.post_id = o.id and n.during && daterange(:from, :until, '[]')
                        where o.public_id = :post
                        """)
                .param("from", order.from())
                .param("until", order.until())
                .param("post", own.post())
                .query(Long.class)
                .list();
        for (var person : away) tell(SUBSTITUTED, person, order, to.label());
        tell(STANDS_IN, to.holderId(), order, own.label());
    }

    private void tell(String kind, long person, Order order, String who) {
        notices.tell(Notice.of(kind + ":" + UUID.randomUUID(), kind, person)
                .with("post", who)
                .with("from", order.from().toString())
                .with("until", order.until().toString())
                .at("/matters/delegations"));
    }

    /** From now on; what was to come does not begin. @throws NoSuchElementException where the chosen post has none such */
    @Transactional
    public void end(Actor actor, UUID id) {
        end(actor, id, of(actor));
    }

    void end(Actor actor, UUID id, List<Delegation> ofPost) {
        var one = ofPost.stream()
                .filter(each -> each.mine() && each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No delegation " + id));
        db.sql("update matter.delegation set ended_at = ? where public_id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
        trail.add(actor, Deed.of("matter.end-delegation", "matter.delegation", id, one.who()));
    }
}
