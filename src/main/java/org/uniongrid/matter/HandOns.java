package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.PostWork;

/**
 * 移交: hands all that a post has to another post of its unit. The first batch goes with the form, or on the day that it
 * names; what is more goes in the background, a batch at a time. Any number of processes may do it at once.
 */
@Component
@Unscoped("of a post that was found for whoever handed it on; a job that goes on with it")
class HandOns {

    static final int AT_ONCE = 500;
    private static final String SUBJECT = "organisation.post";
    static final String TOLD = "matter.handed-on";
    private static final Logger LOG = LoggerFactory.getLogger(HandOns.class);

    private final JdbcClient db;
    private final HandOnBook book;
    private final AuditTrail trail;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandOns(
            JdbcClient db,
            HandOnBook book,
            AuditTrail trail,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.db = db;
        this.book = book;
        this.trail = trail;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One that is not done yet. */
    record HandOn(long id, long postId, long toPostId, int moved) {}

    /** A form sent twice is one; a new word takes the place of one that is not done. */
    @Transactional(propagation = Propagation.MANDATORY)
    void order(Actor actor, PostWork.Order order, PostWork.Receiver to) {
        if (!book.isNew(order.key())) return;
        book.endOf(order.post());
        var added = book.add(actor, order, to);
        trail.add(
                actor,
                Deed.of("matter.hand-on", SUBJECT, order.post(), added.movedFrom() + " → " + to.label())
                        .with("hand-on-from", null, order.day().toString()));
        if (!order.day().isAfter(LocalDate.now(clock))) goOn(book.find(added.id()));
    }

    /** What was to be handed on stays where it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    void cancel(Actor actor, PostWork.Order order) {
        if (!book.endOf(order.post())) return;
        trail.add(actor, Deed.of("matter.end-hand-on", SUBJECT, order.post(), book.label(order.post())));
    }

    Optional<PostWork.Moving> moving(long post) {
        return db.sql("select moved_to as \"to\", day, moved from matter.hand_on where post_id = ? and done_at is null")
                .param(post)
                .query(PostWork.Moving.class)
                .optional();
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 20_000)
    void goOn() {
        db.sql("select id from matter.hand_on where done_at is null and day <= ? order by day, id")
                .param(LocalDate.now(clock))
                .query(Long.class)
                .list()
                .forEach(this::goOnAlone);
    }

    /** One that fails keeps no other from going on; it is tried again the next time. */
    private void goOnAlone(long id) {
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> goOn(id)))) {}
        } catch (RuntimeException e) {
            LOG.warn("Hand-on {} did not go on", id, e);
        }
    }

    /** @return whether there may be more to go */
    private boolean goOn(long id) {
        var one = book.lock(id);
        one.ifPresent(this::goOn);
        return one.isPresent();
    }

    private void goOn(HandOn it) {
        var people = book.people(it.toPostId());
        var locked = people.isEmpty() ? List.<Long>of() : book.lock(it, AT_ONCE);
        var moved = locked.isEmpty() ? 0 : book.move(it, locked);
        var isDone = locked.size() < AT_ONCE;
        book.moved(it, moved, isDone);
        if (isDone && it.moved() + moved > 0) people.forEach(person -> tell(it, it.moved() + moved, person));
    }

    private void tell(HandOn it, int moved, long person) {
        notices.tell(Notice.of(TOLD + ":" + it.id() + ":" + person, TOLD, person)
                .with("count", String.valueOf(moved))
                .at("/matters?box=held"));
    }
}
