package org.uniongrid.matter;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.EntryBook.Behalf;
import org.uniongrid.organisation.RulePacks;

/** Along the route: on, back, and to the end. */
@Component
class StepTurns {

    private final MatterKinds kinds;
    private final Ways ways;
    private final Tasks tasks;
    private final MatterBook book;
    private final TaskBook taskBook;
    private final Holders holders;
    private final EntryBook entries;
    private final Tidings tidings;
    private final RulePacks packs;
    private final ApplicationEventPublisher events;
    private final Clocks clocks;
    private final Closings closings;

    StepTurns(
            MatterKinds kinds,
            Ways ways,
            Tasks tasks,
            MatterBook book,
            TaskBook taskBook,
            Holders holders,
            EntryBook entries,
            Tidings tidings,
            RulePacks packs,
            ApplicationEventPublisher events,
            Clocks clocks,
            Closings closings) {
        this.kinds = kinds;
        this.ways = ways;
        this.tasks = tasks;
        this.book = book;
        this.taskBook = taskBook;
        this.holders = holders;
        this.entries = entries;
        this.tidings = tidings;
        this.packs = packs;
        this.events = events;
        this.clocks = clocks;
        this.closings = closings;
    }

    /** A matter that is new, or opened again, comes to the first step. */
    void begin(Turn turn) {
        open(turn, turn.route().first(), null);
        entries.enter(turn, null);
        tidings.moved(turn, tasks.open(turn.matter()));
    }

    void take(Turn turn) {
        var matter = turn.matter();
        kinds.of(matter.kind()).deciding(matter, turn.action(), turn.actor());
        switch (turn.action()) {
            case APPROVE, REPLY ->
                goTo(turn, ways.next(turn.route(), turn.step(), turn.matter()).orElseThrow(turn::refused));
            case RETURN -> goBack(turn);
            case COMPLETE ->
                goTo(
                        turn,
                        turn.at().returnsTo() == null
                                ? turn.route().first()
                                : turn.route().step(turn.at().returnsTo()));
            case ANSWER -> close(turn, MatterState.ANSWERED);
            case REFUSE -> close(turn, MatterState.REFUSED);
            default -> throw turn.refused();
        }
    }

    /** To an earlier step, or to whoever asked; without a choice, to the latter. */
    private void goBack(Turn turn) {
        var earlier = ways.back(turn.route(), turn.step(), turn.matter());
        var key = turn.act().aim().step();
        var target = earlier.stream()
                .filter(step -> key == null ? step.isAskers() : step.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new RuleBroken(MatterRule.GOES_BACK_TO_AN_EARLIER_STEP));
        goTo(turn, target);
    }

    private void goTo(Turn turn, Step next) {
        var behalf = behalf(turn);
        taskBook.done(turn.at(), turn.action().name(), turn.actor().personId());
        open(turn, next, next.isAskers() ? turn.step().key() : null);
        entries.enter(turn, behalf);
        tidings.moved(turn, tasks.open(turn.matter()));
        events.publishEvent(
                new MatterMoved(turn.matter().publicId(), turn.matter().kind(), next.key()));
    }

    private void open(Turn turn, Step step, @Nullable String returnsTo) {
        var isOwn = step.isAskers() && turn.matter().unit() == null;
        var unit = holders.seat(isOwn ? Seat.ASKED : step.seat(), turn.matter());
        if (!isOwn) holders.requireSomebody(unit, step.role());
        var pack = packs.version(turn.matter().pack()).orElseThrow();
        var person = isOwn ? turn.matter().personId() : null;
        var limit = clocks.start(pack, kinds.of(turn.matter().kind()).clock(turn.matter(), step), unit.id());
        taskBook.open(turn.matter().id(), step, new TaskBook.Place(unit.id(), person), limit, returnsTo);
        if (step.seat() == Seat.ABOVE) book.addParty(turn.matter(), unit, true);
    }

    private void close(Turn turn, MatterState outcome) {
        var behalf = behalf(turn);
        taskBook.done(turn.at(), turn.action().name(), turn.actor().personId());
        end(turn, outcome, List.of(), behalf);
    }

    /** Whatever is still in somebody's hands is done with it. */
    void end(Turn turn, MatterState outcome, List<Task> waiting, @Nullable Behalf behalf) {
        taskBook.doneAll(turn.matter(), turn.action().name());
        var closesAt = outcome == MatterState.ANSWERED ? closings.after(turn.matter()) : null;
        book.end(turn.matter(), outcome, closesAt);
        entries.enter(turn, behalf);
        tidings.moved(turn, waiting);
        if (closesAt == null)
            events.publishEvent(
                    new MatterClosed(turn.matter().publicId(), turn.matter().kind(), outcome));
    }

    /** For whom it is done: a leader who decided on paper, or a post that has handed its work over. */
    @Nullable
    Behalf behalf(Turn turn) {
        var leader = turn.act().aim().decidedBy();
        if (leader != null) {
            var post = tasks.post(turn.at().unitId(), leader)
                    .filter(one -> turn.action().mayBeRecorded()
                            && one.holderId() != turn.actor().personId())
                    .orElseThrow(() -> new RuleBroken(MatterRule.LEADER_IS_OF_THIS_UNIT));
            MatterRule.NOBODY_DECIDES_THEIR_OWN_MATTER.require(
                    post.holderId() != turn.matter().personId());
            MatterRule.RECORDED_WITH_ITS_SCAN.require(!turn.act().papers().isEmpty());
            return new Behalf(true, post.label());
        }
        var task = turn.task();
        return task != null && turn.hands().isForAnother(task)
                ? new Behalf(false, Objects.requireNonNull(task.holder()))
                : null;
    }
}
