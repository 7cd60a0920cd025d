package org.uniongrid.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.RuleBroken;

/** From hand to hand, without leaving the step: within the unit, to signers, and to units below. */
@Component
class HandTurns {

    /** As many may sign, or get a part of the work, at once. */
    static final int MOST = 20;

    private final Tasks tasks;
    private final MatterBook book;
    private final TaskBook taskBook;
    private final Holders holders;
    private final TaskClocks clocks;
    private final StepTurns steps;
    private final EntryBook entries;
    private final Tidings tidings;
    private final Addressees addressees;

    HandTurns(
            Tasks tasks,
            MatterBook book,
            TaskBook taskBook,
            Holders holders,
            TaskClocks clocks,
            StepTurns steps,
            EntryBook entries,
            Tidings tidings,
            Addressees addressees) {
        this.tasks = tasks;
        this.book = book;
        this.taskBook = taskBook;
        this.holders = holders;
        this.clocks = clocks;
        this.steps = steps;
        this.entries = entries;
        this.tidings = tidings;
        this.addressees = addressees;
    }

    void take(Turn turn) {
        var behalf = steps.behalf(turn);
        switch (turn.action()) {
            case TAKE -> taskBook.hand(turn.at(), turn.post().id());
            case PUT_BACK -> taskBook.hand(turn.at(), null);
            case HAND_OVER -> handOver(turn);
            case ASK_SIGNERS -> askSigners(turn);
            case AGREE, DISAGREE -> sign(turn);
            case DISPATCH -> dispatch(turn);
            case REPORT, SEND_UP -> giveBack(turn);
            case RECALL -> recall(turn);
            case PAUSE -> clocks.pause(turn.at().id());
            case RESUME -> clocks.resume(turn.at().id());
            default -> throw turn.refused();
        }
        book.count(turn.matter());
        entries.enter(turn, behalf);
        tidings.moved(turn, tasks.open(turn.matter()));
    }

    private void handOver(Turn turn) {
        var post = tasks.posts(turn.at().unitId()).stream()
                .filter(one -> turn.act().aim().posts().equals(List.of(one.id())))
                .filter(one -> !one.id().equals(turn.at().post()))
                .findFirst()
                .orElseThrow(() -> new RuleBroken(MatterRule.POST_IS_OF_THIS_UNIT));
        taskBook.hand(turn.at(), post.id());
    }

    private void askSigners(Turn turn) {
        var asked = turn.act().aim().posts();
        if (asked.isEmpty() || asked.size() > MOST) throw new RuleBroken(MatterRule.SIGNERS_ARE_CHOSEN, MOST);
        var known = tasks.posts(turn.at().unitId()).stream().map(Tasks.Post::id).toList();
        MatterRule.POST_IS_OF_THIS_UNIT.require(
                known.containsAll(asked) && !asked.contains(turn.post().id()));
        var needs = turn.act().aim().needs();
        MatterRule.ENOUGH_SIGNERS.require(needs >= 1 && needs <= asked.size());
        taskBook.await(turn.at(), ownPost(turn), needs);
        taskBook.askSigners(turn.at(), asked);
    }

    /** It comes back to the post that had it, or else to the one that acts. */
    private static UUID ownPost(Turn turn) {
        var post = turn.at().post();
        return post == null ? turn.post().id() : post;
    }

    private void sign(Turn turn) {
        var parent = parent(turn);
        MatterRule.ONE_WORD_EACH.require(
                !taskBook.hasSpoken(turn.at(), turn.actor().personId()));
        taskBook.done(turn.at(), turn.action().name(), turn.actor().personId());
        if (tasks.words(parent.id()).areIn(needs(parent))) {
            taskBook.doneBelow(parent.id(), "UNNEEDED");
            taskBook.wake(parent.id());
        }
    }

    private Task parent(Turn turn) {
        var id = turn.at().parent();
        return tasks.undone(turn.matter()).stream()
                .filter(task -> Long.valueOf(task.id()).equals(id))
                .findFirst()
                .orElseThrow(turn::refused);
    }

    private static int needs(Task parent) {
        @Nullable Integer needs = parent.needs();
        return needs == null ? 1 : needs;
    }

    private void dispatch(Turn turn) {
        var asked = turn.act().aim().units();
        if (asked.isEmpty() || asked.size() > MOST) throw new RuleBroken(MatterRule.UNITS_ARE_CHOSEN, MOST);
        var units = new ArrayList<Long>();
        for (var id : asked) units.add(partner(turn, id));
        taskBook.await(turn.at(), ownPost(turn), null);
        taskBook.dispatch(turn.at(), units);
    }

    private long partner(Turn turn, UUID id) {
        MatterRule.WHO_ASKED_DOES_NOT_HANDLE.require(!id.equals(turn.matter().unit()));
        MatterRule.UNIT_IS_WITHIN_REACH.require(!id.equals(turn.at().unit()) && addressees.isWithin(id, turn.actor()));
        var unit = book.unit(id);
        holders.requireSomebody(unit, null);
        book.addParty(turn.matter(), unit, true);
        return unit.id();
    }

    private void giveBack(Turn turn) {
        var parent = parent(turn);
        taskBook.done(turn.at(), turn.action().name(), turn.actor().personId());
        if (!taskBook.hasUndone(parent.id())) taskBook.wake(parent.id());
    }

    private void recall(Turn turn) {
        taskBook.doneBelow(turn.at().id(), turn.action().name());
        taskBook.wake(turn.at().id());
    }
}
