package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.RulePacks;

/**
 * The engine: it moves matters along the routes of their kinds, and knows nothing of what they are about. Each action
 * locks the matter first, so that of two at once one wins and the other is told; a form sent twice is one action.
 */
@Component
public class MatterDesk {

    private final MatterKinds kinds;
    private final Routes routes;
    private final Matters matters;
    private final Tasks tasks;
    private final Delegations delegations;
    private final MatterBook book;
    private final Holders holders;
    private final StepTurns steps;
    private final HandTurns hands;
    private final WholeTurns whole;
    private final Allowed allowed;
    private final Papers papers;
    private final RulePacks packs;
    private final Clock clock;

    MatterDesk(
            MatterKinds kinds,
            Routes routes,
            Matters matters,
            Tasks tasks,
            Delegations delegations,
            MatterBook book,
            Holders holders,
            StepTurns steps,
            HandTurns hands,
            WholeTurns whole,
            Allowed allowed,
            Papers papers,
            RulePacks packs,
            Clock clock) {
        this.kinds = kinds;
        this.routes = routes;
        this.matters = matters;
        this.tasks = tasks;
        this.delegations = delegations;
        this.book = book;
        this.holders = holders;
        this.steps = steps;
        this.hands = hands;
        this.whole = whole;
        this.allowed = allowed;
        this.papers = papers;
        this.packs = packs;
        this.clock = clock;
    }

    /**
     * What somebody asks, in the name of the unit of the post that they have chosen, or a worker for themselves.
     *
     * @param to public id of the unit that is asked
     * @param draft public id of the actor's draft that it was; null where there was none
     * @param key of the form it came from
     */
    public record Request(
            String kind,
            UUID to,
            String title,
            String words,
            @Nullable UUID draft,
            UUID key) {}

    /** @return public id of the matter; of the one that this form has made already, where it is sent again */
    @Transactional
    public UUID submit(Actor actor, Request request) {
        var again = book.made(request.key(), actor);
        if (again.isPresent()) return again.get();
        if (actor.isWorker()) return begin(actor, Asker.of(actor), null, request, _ -> {});
        var from = unitOf(actor);
        MatterRule.UNITS_ASK_OTHERS.require(!request.to().equals(from));
        return begin(actor, Asker.of(actor), from, request, _ -> {});
    }

    /**
     * Of a kind that keeps more of it. For somebody who rang or came, a clerk writes down what they ask of the clerk's own
     * unit: it is theirs, and they see it on their phone. A worker asks for themselves.
     *
     * @param filed writes what its module keeps of it, before its first clock starts
     * @return public id of the matter; of the one that this form has made already, where it is sent again
     */
    @Transactional
    public UUID file(Actor clerk, Asker asker, Request request, Consumer<Matter> filed) {
        var again = book.made(request.key(), clerk);
        if (again.isPresent()) return again.get();
        var isOwn = clerk.isWorker() && clerk.isAbout(asker.personId());
        MatterRule.WRITTEN_DOWN_AT_OWN_UNIT.require(isOwn || request.to().equals(unitOf(clerk)));
        return begin(clerk, asker, null, request, filed);
    }

    private UUID begin(Actor actor, Asker asker, @Nullable UUID from, Request request, Consumer<Matter> written) {
        var kind = kinds.of(request.kind());
        var to = book.unit(request.to());
        var route = routes.inForce(kind, to.id());
        var pack = packs.findFor(kind.pack(), to.id(), LocalDate.now(clock)).orElseThrow();
        var filed = book.add(
                new MatterBook.New(
                        kind.key(),
                        from == null ? null : book.unit(from),
                        to,
                        request.title(),
                        request.words(),
                        pack.id(),
                        route.id()),
                asker,
                request.draft());
        book.isNew(request.key(), filed.id(), actor);
        var matter = matters.find(filed.publicId(), actor);
        written.accept(matter);
        var act = Act.of(Action.SUBMIT, null, null, request.key());
        steps.begin(new Turn(actor, delegations.hands(actor), matter, route, null, act));
        return filed.publicId();
    }

    static UUID unitOf(Actor actor) {
        var post = actor.chosen();
        if (post == null || post.unitId() == null || post.scope() == null)
            throw new RuleBroken(MatterRule.UNITS_ASK_OTHERS);
        return post.unitId();
    }

    /** @throws java.util.NoSuchElementException where the actor may not see the matter */
    @Transactional
    public void act(Actor actor, UUID id, Act act) {
        var matter = matters.lock(id, actor);
        if (!book.isNew(act.key(), matter.id(), actor)) return;
        if (!matter.isOpen() && act.action() != Action.REOPEN && act.action() != Action.CLOSE)
            throw new RuleBroken(MatterRule.MATTER_IS_STILL_OPEN, book.lastMover(matter));
        papers.enclose(actor, matter, act.papers(), act.keepsPapersInside());
        var turn = new Turn(
                actor,
                delegations.hands(actor),
                matter,
                routes.of(matter),
                task(matter, act).orElse(null),
                act);
        if (turn.task() == null) whole.take(turn);
        else atStep(turn, turn.task());
    }

    private Optional<Task> task(Matter matter, Act act) {
        if (act.task() == null) return Optional.empty();
        return Optional.of(tasks.undone(matter).stream()
                .filter(one -> one.publicId().equals(act.task()))
                .findFirst()
                .orElseThrow(() -> new RuleBroken(MatterRule.STEP_IS_STILL_OPEN, book.lastMover(matter))));
    }

    private void atStep(Turn turn, Task task) {
        MatterRule.STEP_IS_IN_YOUR_HANDS.require(task.isFor(turn.hands()));
        MatterRule.NOBODY_DECIDES_THEIR_OWN_MATTER.require(!allowed.isOwn(turn, turn.action()));
        MatterRule.STEP_ALLOWS_IT.require(allowed.atStep(turn).contains(turn.action()));
        switch (turn.action()) {
            case TAKE,
                    PUT_BACK,
                    HAND_OVER,
                    ASK_SIGNERS,
                    AGREE,
                    DISAGREE,
                    DISPATCH,
                    REPORT,
                    SEND_UP,
                    RECALL,
                    PAUSE,
                    RESUME -> hands.take(turn);
            case APPROVE, REPLY, ANSWER, REFUSE, RETURN, COMPLETE -> steps.take(turn);
            case SUBMIT,
                    COMMENT,
                    COPY,
                    URGE,
                    WITHDRAW,
                    CLOSE,
                    REOPEN,
                    HAND_ON,
                    SWITCH_ROUTE,
                    ESCALATE,
                    ATTACH,
                    DETACH -> throw turn.refused();
        }
    }
}
