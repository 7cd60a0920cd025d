package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.RulePacks;

/** What somebody may do now. Pages offer it, and the desk asks again. */
@Component
public class Allowed {

    private final MatterKinds kinds;
    private final Routes routes;
    private final Ways ways;
    private final RulePacks packs;
    private final Clock clock;

    Allowed(MatterKinds kinds, Routes routes, Ways ways, RulePacks packs, Clock clock) {
        this.kinds = kinds;
        this.routes = routes;
        this.ways = ways;
        this.packs = packs;
        this.clock = clock;
    }

    /** At a step that waits for these hands, in the order of {@link Action}. */
    public List<Action> atStep(Actor actor, Hands hands, Matter matter, Task task) {
        return atStep(new Turn(
                actor, hands, matter, routes.of(matter), task, Act.of(Action.TAKE, null, null, task.publicId())));
    }

    List<Action> atStep(Turn turn) {
        return offered(turn, turn.at()).stream()
                .filter(action -> !isOwn(turn, action))
                .sorted()
                .toList();
    }

    private Set<Action> offered(Turn turn, Task task) {
        if (task.paused()) return EnumSet.of(Action.RESUME, Action.HAND_OVER);
        if (task.waiting()) return EnumSet.of(Action.RECALL);
        if (task.kind() == Task.Kind.SIGN) return EnumSet.of(Action.AGREE, Action.DISAGREE);
        var step = turn.step();
        var offered = EnumSet.of(task.isPooled() ? Action.TAKE : Action.PUT_BACK, Action.HAND_OVER);
        if (task.kind() == Task.Kind.DISPATCH)
            offered.addAll(List.of(Action.REPORT, Action.SEND_UP, Action.ASK_SIGNERS, Action.DISPATCH));
        else offered.addAll(step.actions());
        if (turn.route().after(step).isEmpty()) offered.removeAll(EnumSet.of(Action.APPROVE, Action.REPLY));
        if (offered.contains(Action.RETURN)
                && ways.back(turn.route(), step, turn.matter()).isEmpty()) offered.remove(Action.RETURN);
        return offered;
    }

    /** Whether it judges what the actor has asked; whoever asked may add what is missing. */
    boolean isOwn(Turn turn, Action action) {
        return action.decides()
                && turn.actor().isAbout(turn.matter().personId())
                && !turn.step().isAskers();
    }

    /** With a matter as a whole. */
    public List<Action> withWhole(Actor actor, Matter matter) {
        var isAsker = matter.isAskedBy(actor);
        var isOwn = isAsker && matter.unit() == null;
        if (!matter.isOpen()) return isOwn || isAsker && actor.may("matter.ask") ? afterwards(matter) : List.of();
        return Stream.of(Action.COMMENT, Action.COPY, Action.URGE, Action.WITHDRAW)
                .filter(action -> isOwn && action != Action.COPY
                        || actor.may(
                                action == Action.COMMENT || action == Action.COPY ? "matter.handle" : "matter.ask"))
                .filter(action -> action != Action.WITHDRAW || isAsker)
                .filter(action -> action != Action.COPY || matter.inside())
                .toList();
    }

    private List<Action> afterwards(Matter matter) {
        return Stream.of(Action.CLOSE, Action.REOPEN)
                .filter(action -> action != Action.CLOSE || matter.state() == MatterState.ANSWERED)
                .filter(action -> action != Action.REOPEN || daysToReopen(matter) > 0)
                .toList();
    }

    /** How many days it may be opened again for, from the day it ended; 0 where it may not, or no longer. */
    int daysToReopen(Matter matter) {
        var ended = matter.endedAt();
        if (ended == null || matter.state() == MatterState.WITHDRAWN) return 0;
        var days = reopens(matter);
        return ended.atZone(clock.getZone()).toLocalDate().plusDays(days).isBefore(LocalDate.now(clock)) ? 0 : days;
    }

    /** How many days one may be opened again for once it ends; 0 where its kind, or its rule pack, knows none. */
    int reopens(Matter matter) {
        if (!kinds.of(matter.kind()).mayReopen()) return 0;
        var pack = packs.version(matter.pack()).orElseThrow();
        return pack.values().containsKey("reopen") ? pack.days("reopen") : 0;
    }
}
