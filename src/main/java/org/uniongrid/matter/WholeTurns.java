package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.RuleBroken;

/** What is done with a matter as a whole, at whatever step it is. */
@Component
class WholeTurns {

    private final Tasks tasks;
    private final MatterBook book;
    private final StepTurns steps;
    private final Allowed allowed;
    private final Addressees addressees;
    private final EntryBook entries;
    private final Copies copies;
    private final Tidings tidings;
    private final ApplicationEventPublisher events;
    private final Closings closings;
    private final Clock clock;

    WholeTurns(
            Tasks tasks,
            MatterBook book,
            StepTurns steps,
            Allowed allowed,
            Addressees addressees,
            EntryBook entries,
            Copies copies,
            Tidings tidings,
            ApplicationEventPublisher events,
            Closings closings,
            Clock clock) {
        this.tasks = tasks;
        this.book = book;
        this.steps = steps;
        this.allowed = allowed;
        this.addressees = addressees;
        this.entries = entries;
        this.copies = copies;
        this.tidings = tidings;
        this.events = events;
        this.closings = closings;
        this.clock = clock;
    }

    void take(Turn turn) {
        switch (turn.action()) {
            case WITHDRAW -> {
                MatterRule.WHO_ASKED_WITHDRAWS.require(isAsker(turn));
                steps.end(turn, MatterState.WITHDRAWN, tasks.open(turn.matter()), null);
            }
            case URGE -> {
                MatterRule.WHO_HAS_IT_IS_NOT_URGED.require(
                        tasks.open(turn.matter()).stream().noneMatch(task -> task.isFor(turn.hands())));
                var today = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
                MatterRule.URGED_ONCE_A_DAY.require(!book.wasUrgedSince(turn.matter(), today));
                note(turn);
            }
            case COMMENT -> {
                MatterRule.STEP_ALLOWS_IT.require(
                        !turn.act().aim().inside() || turn.matter().inside());
                note(turn);
            }
            case COPY -> copy(turn);
            case CLOSE -> close(turn);
            case REOPEN -> reopen(turn);
            default -> throw turn.refused();
        }
    }

    private static boolean isAsker(Turn turn) {
        return turn.matter().isAskedBy(turn.actor());
    }

    private void note(Turn turn) {
        entries.enter(turn, null);
        tidings.moved(turn, tasks.open(turn.matter()));
    }

    private void copy(Turn turn) {
        MatterRule.STEP_ALLOWS_IT.require(turn.matter().inside());
        var units = turn.act().aim().units();
        if (units.isEmpty() || units.size() > HandTurns.MOST)
            throw new RuleBroken(MatterRule.UNITS_ARE_CHOSEN, HandTurns.MOST);
        var told = new ArrayList<Long>();
        for (var id : units) {
            MatterRule.UNIT_IS_WITHIN_REACH.require(addressees.mayBeAsked(id, turn.actor()));
            var unit = book.unit(id);
            book.addParty(turn.matter(), unit, false);
            tidings.copied(turn, unit);
            told.add(unit.id());
        }
        copies.add(entries.enter(turn, null), told);
        tidings.moved(turn, tasks.open(turn.matter()));
    }

    private void close(Turn turn) {
        MatterRule.WHO_ASKED_CLOSES.require(isAsker(turn));
        MatterRule.MATTER_IS_ANSWERED.require(turn.matter().state() == MatterState.ANSWERED);
        entries.enter(turn, null);
        tidings.moved(turn, List.of());
        closings.close(
                turn.matter().id(), turn.matter().publicId(), turn.matter().kind());
    }

    private void reopen(Turn turn) {
        MatterRule.MATTER_HAS_ENDED.require(!turn.matter().isOpen());
        MatterRule.WHO_ASKED_REOPENS.require(isAsker(turn));
        MatterRule.REOPENED_IN_TIME.require(allowed.daysToReopen(turn.matter()) > 0);
        book.reopen(turn.matter());
        steps.begin(turn);
        events.publishEvent(
                new MatterReopened(turn.matter().publicId(), turn.matter().kind()));
    }
}
