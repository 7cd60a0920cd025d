package org.uniongrid.organisation.employers;

import static org.uniongrid.organisation.employers.EmployerRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.organisation.Covers;
import org.uniongrid.organisation.EmployerClosed;
import org.uniongrid.organisation.EmployerDirectory;
import org.uniongrid.organisation.EmployerState;

/**
 * Where it is said that an employer pauses, closes or is in business again. Closing ends its cover on that day; pausing
 * leaves it. Members keep their places: membership follows the person.
 */
@Component
class StateDesk {

    private final JdbcClient db;
    private final EmployerFacts facts;
    private final EmployerDirectory employers;
    private final EmployerDesk entries;
    private final Covers covers;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StateDesk(
            JdbcClient db,
            EmployerFacts facts,
            EmployerDirectory employers,
            EmployerDesk entries,
            Covers covers,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.db = db;
        this.facts = facts;
        this.employers = employers;
        this.entries = entries;
        this.covers = covers;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    void change(Actor actor, UUID id, EmployerState state, LocalDate from, String reason) {
        var reach = actor.reach(EmployerDesk.EDIT);
        entries.hold(id);
        var entry = facts.entry(id, reach);
        STATE_IS_ANOTHER.require(state != entry.state());
        STATE_CHANGES_TODAY_OR_EARLIER.require(!from.isAfter(LocalDate.now(clock)));
        STATE_CHANGES_AFTER_THE_LAST_CHANGE.require(isAfterTheLast(entry, from));
        endTheStop(entry, from);
        if (state == EmployerState.CLOSED) close(actor, entry, from);
        if (state != EmployerState.OPERATING)
            db.sql("""
                            insert into organisation.employer_state (employer_id, state, during, reason)
                            values (?, ?, daterange(?, null), ?)
                            """).params(entry.id(), state.name(), from, reason).update();
        else
            db.sql("update organisation.employer set state = 'OPERATING', closed_on = null where id = ?")
                    .param(entry.id())
                    .update();
        if (state == EmployerState.CLOSED) events.publishEvent(new EmployerClosed(entry.id(), id));
        trail.add(
                actor,
                Deed.of("organisation.employer.state", EmployerDesk.SUBJECT, id, entry.name())
                        .because(reason)
                        .with("employer-state", entry.state().term(), state.term())
                        .with("employer-state-from", null, from.toString()));
    }

    private boolean isAfterTheLast(EmployerFacts.Entry entry, LocalDate from) {
        return facts.stops(entry).stream()
                .allMatch(
                        stop -> !from.isBefore(stop.since()) && (stop.until() == null || !from.isBefore(stop.until())));
    }

    /** One that ends on the day it began was a mistake: the trail keeps it. */
    private void endTheStop(EmployerFacts.Entry entry, LocalDate on) {
        db.sql("delete from organisation.employer_state where employer_id = ? and during = daterange(?, null)")
                .params(entry.id(), on)
                .update();
        db.sql("""
                        update organisation.employer_state set during = daterange(lower(during), ?)
                        where employer_id = ? and upper_inf(during)
                        """).params(on, entry.id()).update();
    }

    private void close(Actor actor, EmployerFacts.Entry entry, LocalDate on) {
        CLOSING_COMES_AFTER_THE_FOUNDING.require(entry.foundedOn() == null || !on.isBefore(entry.foundedOn()));
        var employer = employers.find(entry.publicId(), actor.reach(EmployerDesk.EDIT));
        CLOSING_COMES_AFTER_COVER_BEGAN.require(covers.of(employer, on).stream()
                .allMatch(cover -> !cover.since().isAfter(on) || cover.since().isAfter(LocalDate.now(clock))));
        for (var cover : covers.endAll(employer, on)) trail.add(actor, CoverDesk.ended(cover, null));
    }
}
