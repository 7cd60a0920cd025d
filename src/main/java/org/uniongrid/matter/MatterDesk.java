package org.uniongrid.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.RulePack;
import org.uniongrid.organisation.RulePacks;

/**
 * The engine: it moves matters along the routes of their kinds, and knows nothing of what they are about. Each action
 * locks the matter first, so that of two at once one wins and the other is told; a form sent twice is one action.
 */
@Component
public class MatterDesk {

    private final Map<String, MatterKind> kinds;
    private final Matters matters;
    private final MatterBook book;
    private final Tidings tidings;
    private final RulePacks packs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MatterDesk(
            List<MatterKind> kinds,
            Matters matters,
            MatterBook book,
            Tidings tidings,
            RulePacks packs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(MatterKind::key, Function.identity()));
        this.matters = matters;
        this.book = book;
        this.tidings = tidings;
        this.packs = packs;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What somebody asks, in the name of the unit of the post that they have chosen.
     *
     * @param to public id of the unit that is asked
     * @param key of the form it came from
     */
    public record Request(String kind, UUID to, String title, String words, UUID key) {}

    /**
     * What somebody does with a matter.
     *
     * @param task public id of the step it is done at; null for what is done with the matter as a whole
     * @param post public id of the post that gets the step, for {@link Action#HAND_OVER} only
     * @param key of the form it came from
     */
    public record Act(
            Action action,
            @Nullable UUID task,
            @Nullable String words,
            @Nullable UUID post,
            UUID key) {}

    /** @return public id of the matter; of the one that this form has made already, where it is sent again */
    @Transactional
    public UUID submit(Actor actor, Request request) {
        var again = book.made(request.key(), actor);
        if (again.isPresent()) return again.get();
        var from = unitOf(actor);
        MatterRule.UNITS_ASK_OTHERS.require(!from.equals(request.to()));
        var kind = kinds.get(request.kind());
        if (kind == null) throw new NoSuchElementException("No kind " + request.kind());
        var to = book.unit(request.to());
        requireSomebody(to);
        var pack = packs.findFor(kind.pack(), to.id(), LocalDate.now(clock)).orElseThrow();
        var filed = book.add(
                new MatterBook.New(kind.key(), book.unit(from), to, request.title(), request.words(), pack.id()),
                actor);
        book.isNew(request.key(), filed.id(), actor);
        var first = kind.route().getFirst();
        book.open(filed.id(), first.key(), to.id(), due(pack, first));
        book.enter(filed.id(), null, actor, Action.SUBMIT, null);
        var matter = matters.find(filed.publicId(), actor);
        tidings.moved(actor, matter, Action.SUBMIT, null, matters.open(matter));
        return filed.publicId();
    }

    /** What comes to a unit without anybody who may handle it would be in nobody's hands. */
    private void requireSomebody(MatterBook.Unit unit) {
        if (book.people(unit.id()).isEmpty()) throw new RuleBroken(MatterRule.UNIT_HAS_SOMEBODY, unit.name());
    }

    private static UUID unitOf(Actor actor) {
        var post = actor.chosen();
        if (post == null || post.unitId() == null || post.scope() == null)
            throw new RuleBroken(MatterRule.UNITS_ASK_OTHERS);
        return post.unitId();
    }

    /** The last day of a clock counts in full. */
    private Instant due(RulePack pack, Step step) {
        return LocalDate.now(clock)
                .plusDays(pack.days(step.clock()) + 1L)
                .atStartOfDay(clock.getZone())
                .toInstant()
                .minusSeconds(1);
    }

    /** What this actor may do at a step that waits for them, in the order of {@link Action}. */
    public List<Action> allowed(Actor actor, Matter matter, Task task) {
        return kind(matter).step(task.step()).actions().stream()
                .filter(action -> !action.decides() || !actor.isAbout(matter.personId()))
                .filter(action -> action != Action.TAKE || task.isPooled())
                .filter(action -> action != Action.PUT_BACK || !task.isPooled())
                .sorted()
                .toList();
    }

    /** What this actor may do with an open matter as a whole. */
    public List<Action> allowed(Actor actor, Matter matter) {
        var chosen = actor.chosen();
        var isAsker = chosen != null && matter.unit().equals(chosen.unitId());
        return Stream.of(Action.COMMENT, Action.URGE, Action.WITHDRAW)
                .filter(action -> actor.may(action == Action.COMMENT ? "matter.handle" : "matter.ask"))
                .filter(action -> action != Action.WITHDRAW || isAsker)
                .toList();
    }

    /** @throws NoSuchElementException where the actor may not see the matter */
    @Transactional
    public void act(Actor actor, UUID id, Act act) {
        var matter = matters.lock(id, actor);
        if (!book.isNew(act.key(), matter.id(), actor)) return;
        if (!matter.isOpen()) throw new RuleBroken(MatterRule.MATTER_IS_STILL_OPEN, book.lastMover(matter));
        if (act.task() == null) withWhole(actor, matter, act);
        else withStep(actor, matter, act, act.task());
    }

    private void withWhole(Actor actor, Matter matter, Act act) {
        switch (act.action()) {
            case WITHDRAW -> {
                var chosen = actor.chosen();
                MatterRule.WHO_ASKED_WITHDRAWS.require(
                        chosen != null && matter.unit().equals(chosen.unitId()));
                close(actor, matter, null, act, MatterState.WITHDRAWN);
            }
            case URGE -> {
                var today = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
                MatterRule.URGED_ONCE_A_DAY.require(!book.wasUrgedSince(matter, today));
                note(actor, matter, act);
            }
            case COMMENT -> note(actor, matter, act);
            default -> throw new RuleBroken(MatterRule.STEP_ALLOWS_IT);
        }
    }

    private void note(Actor actor, Matter matter, Act act) {
        book.enter(matter.id(), null, actor, act.action(), act.words());
        tidings.moved(actor, matter, act.action(), act.words(), matters.open(matter));
    }

    private void withStep(Actor actor, Matter matter, Act act, UUID taskId) {
        var task = matters.open(matter).stream()
                .filter(one -> one.publicId().equals(taskId))
                .findFirst()
                .orElseThrow(() -> new RuleBroken(MatterRule.STEP_IS_STILL_OPEN, book.lastMover(matter)));
        var step = kind(matter).step(task.step());
        MatterRule.STEP_IS_IN_YOUR_HANDS.require(task.isFor(actor));
        MatterRule.STEP_ALLOWS_IT.require(step.actions().contains(act.action()));
        MatterRule.NOBODY_DECIDES_THEIR_OWN_MATTER.require(
                !act.action().decides() || !actor.isAbout(matter.personId()));
        MatterRule.STEP_ALLOWS_IT.require(allowed(actor, matter, task).contains(act.action()));
        switch (act.action()) {
            case TAKE ->
                hand(
                        actor,
                        matter,
                        task,
                        act,
                        Objects.requireNonNull(actor.chosen()).id());
            case PUT_BACK -> hand(actor, matter, task, act, null);
            case HAND_OVER -> {
                var post = act.post();
                MatterRule.POST_IS_OF_THIS_UNIT.require(matters.posts(task).stream()
                        .anyMatch(one -> one.id().equals(post) && !one.id().equals(task.post())));
                hand(actor, matter, task, act, post);
            }
            case ANSWER -> close(actor, matter, task, act, MatterState.ANSWERED);
            case REFUSE -> close(actor, matter, task, act, MatterState.REFUSED);
            case RETURN, COMPLETE -> goOn(actor, matter, task, act);
            case SUBMIT, WITHDRAW, URGE, COMMENT, ATTACH, DETACH -> throw new RuleBroken(MatterRule.STEP_ALLOWS_IT);
        }
    }

    private MatterKind kind(Matter matter) {
        return Objects.requireNonNull(kinds.get(matter.kind()), matter.kind());
    }

    private void hand(Actor actor, Matter matter, Task task, Act act, @Nullable UUID post) {
        book.hand(task, post);
        book.enter(matter.id(), task, actor, act.action(), act.words());
        tidings.moved(actor, matter, act.action(), act.words(), matters.open(matter));
    }

    /** To the next step of the route, on the other side: what is missing is asked for, or is there. */
    private void goOn(Actor actor, Matter matter, Task task, Act act) {
        var side = act.action() == Action.RETURN ? Step.Side.ASKER : Step.Side.ASKED;
        var next = kind(matter).route().stream()
                .filter(step -> step.side() == side)
                .findFirst()
                .orElseThrow(() -> new RuleBroken(MatterRule.STEP_ALLOWS_IT));
        var pack = packs.version(matter.pack()).orElseThrow();
        var unit = book.unit(side == Step.Side.ASKER ? matter.unit() : matter.asked());
        requireSomebody(unit);
        book.done(task, act.action());
        book.open(matter.id(), next.key(), unit.id(), due(pack, next));
        book.enter(matter.id(), task, actor, act.action(), act.words());
        tidings.moved(actor, matter, act.action(), act.words(), matters.open(matter));
        events.publishEvent(new MatterMoved(matter.publicId(), matter.kind(), next.key()));
    }

    private void close(Actor actor, Matter matter, @Nullable Task task, Act act, MatterState outcome) {
        var waiting = matters.open(matter);
        book.close(matter, act.action(), outcome);
        book.enter(matter.id(), task, actor, act.action(), act.words());
        tidings.moved(actor, matter, act.action(), act.words(), waiting);
        events.publishEvent(new MatterClosed(matter.publicId(), matter.kind(), outcome));
    }
}
