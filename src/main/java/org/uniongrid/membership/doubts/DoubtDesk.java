package org.uniongrid.membership.doubts;

import static org.uniongrid.membership.MemberRule.DOUBT_GOES_BACK_ONCE;
import static org.uniongrid.membership.MemberRule.DOUBT_IS_IN_THESE_HANDS;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Reach;
import org.uniongrid.membership.Roll;

/** What a union says of a doubt, and what the unions above say of that. */
@Component
class DoubtDesk {

    private static final String SUBJECT = "membership.doubt";

    private final JdbcClient db;
    private final Doubts doubts;
    private final DoubtJob job;
    private final DoubtKeeping keeping;
    private final DoubtNotices notices;
    private final AuditTrail trail;

    DoubtDesk(
            JdbcClient db, Doubts doubts, DoubtJob job, DoubtKeeping keeping, DoubtNotices notices, AuditTrail trail) {
        this.db = db;
        this.doubts = doubts;
        this.job = job;
        this.keeping = keeping;
        this.notices = notices;
        this.trail = trail;
    }

    /** Whether the actor is of the union itself, not of one above. */
    static boolean isOwn(Actor actor, Doubts.Doubt doubt) {
        return actor.reach(Roll.EDIT) instanceof Reach.Units units
                && units.tops().contains(doubt.scope());
    }

    /** By the union itself; may be said again till it is decided. */
    @Transactional
    public void explain(Actor actor, UUID id, String words) {
        var doubt = doubts.find(id, actor.reach(Roll.EDIT));
        DOUBT_IS_IN_THESE_HANDS.require(doubt.isOpen() && isOwn(actor, doubt));
        say(actor, doubt, DoubtState.EXPLAINED, words);
    }

    /** By a union above. */
    @Transactional
    public void accept(Actor actor, UUID id, String words) {
        var doubt = doubts.find(id, actor.reach(Roll.EDIT));
        DOUBT_IS_IN_THESE_HANDS.require(doubt.isOpen() && doubt.isAbove() && !isOwn(actor, doubt));
        say(actor, doubt, DoubtState.ACCEPTED, words);
    }

    /** By a union above, once; it comes back after the days of the pack. */
    @Transactional
    public void sendBack(Actor actor, UUID id, String words) {
        var doubt = doubts.find(id, actor.reach(Roll.EDIT));
        DOUBT_IS_IN_THESE_HANDS.require(doubt.isOpen() && doubt.isAbove() && !isOwn(actor, doubt));
        DOUBT_GOES_BACK_ONCE.require(!doubt.returned());
        var due = LocalDate.ofInstant(keeping.now().toInstant(), keeping.now().getOffset())
                .plusDays(job.limit(doubt.unitId()).again());
        say(actor, doubt, DoubtState.SENT_BACK, words);
        db.sql("update membership.doubt set due_on = ?, reminded = false where id = ?")
                .params(due, doubt.id())
                .update();
        notices.returned(doubt.id());
    }

    private void say(Actor actor, Doubts.Doubt doubt, DoubtState state, String words) {
        var changed = db.sql("""
                        update membership.doubt set state = :state, ended_at = case when :state = 'ACCEPTED' then :now::timestamptz end
                        where id = :id and state = :before
                        """)
                .param("state", state.name())
                .param("now", keeping.now())
                .param("id", doubt.id())
                .param("before", doubt.state().name())
                .update();
        // two who decide at once: the second is told that it is decided
        DOUBT_IS_IN_THESE_HANDS.require(changed == 1);
        db.sql("""
                        insert into membership.doubt_event (doubt_id, at, what, words, by_person, by_name) values (?, ?, ?, ?, ?, ?)
                        """)
                .params(doubt.id(), keeping.now(), state.name(), words, actor.personId(), actor.name())
                .update();
        trail.add(
                actor,
                Deed.of("membership.doubt.say", SUBJECT, doubt.publicId(), doubt.unitName())
                        .with("state", doubt.state().name(), state.name())
                        .because(words));
    }

    /** Now, without waiting for the night. */
    @Transactional
    public void lookAgain(Actor actor, UUID id) {
        var doubt = doubts.find(id, actor.reach(Roll.EDIT));
        job.lookAt(List.of(doubt.unitId()));
        trail.add(actor, Deed.of("membership.doubt.look", SUBJECT, doubt.publicId(), doubt.unitName()));
    }
}
