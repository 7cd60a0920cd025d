package org.uniongrid.structure.changes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.DatedFacts;
import org.uniongrid.organisation.DatedFacts.Row;
import org.uniongrid.organisation.TreeStep;
import org.uniongrid.organisation.TreeWriter;
import org.uniongrid.web.Said;

/** Where changes are rehearsed and confirmed. */
@Component
class ChangeDesk {

    static final String PERMISSION = "organisation.unit.restructure";
    private static final Logger log = LoggerFactory.getLogger(ChangeDesk.class);

    private final Planner planner;
    private final Checks checks;
    private final EffectsOf effects;
    private final Changes changes;
    private final TreeWriter writer;
    private final DatedFacts facts;
    private final ChangeDeeds deeds;
    private final ApplicationEventPublisher events;
    private final Trial trial;
    private final Clock clock;

    ChangeDesk(
            Planner planner,
            Checks checks,
            EffectsOf effects,
            Changes changes,
            TreeWriter writer,
            DatedFacts facts,
            ChangeDeeds deeds,
            ApplicationEventPublisher events,
            Trial trial,
            Clock clock) {
        this.planner = planner;
        this.checks = checks;
        this.effects = effects;
        this.changes = changes;
        this.writer = writer;
        this.facts = facts;
        this.deeds = deeds;
        this.events = events;
        this.trial = trial;
        this.clock = clock;
    }

    /** How a confirmation ended. */
    sealed interface Outcome {}

    /** It is decided, now or when the same form came before. */
    record Confirmed(UUID change) implements Outcome {}

    /** Nothing was written: it breaks rules, or what it was judged by has changed. */
    record Refused(Rehearsal anew, List<Basis.Part> changed) implements Outcome {}

    /** An order as it is judged now, without trying it out, and a sentence for each thing that it would do. */
    record Look(Rehearsal rehearsal, List<Said> lines) {}

    /** For whose consent was asked: unit and name of the asker, and the number of the matter. */
    record Asked(String unit, String person, String matter) {}

    Look look(Order order, Reach reach) {
        var plan = planner.plan(order, reach);
        var judged = judge(plan);
        return new Look(judged, Account.lines(plan, judged.effects()));
    }

    /** Does it for real and takes it back, so that what the database would refuse is known before. */
    Rehearsal rehearse(Actor actor, Order order) {
        var plan = planner.plan(order, actor.reach(PERMISSION));
        var judged = judge(plan);
        if (!judged.isPossible() || agrees(plan)) return judged;
        return new Rehearsal(
                order,
                judged.effects(),
                List.of(Problem.of(StructureRule.THE_DATABASE_AGREES)),
                judged.basis(),
                judged.planned());
    }

    private boolean agrees(Plan plan) {
        try {
            trial.run(() -> {
                writer.write(plan.steps(), plan.order().day(), plan.order().reason());
                writer.prove();
            });
            return true;
        } catch (DataIntegrityViolationException refused) {
            log.warn("A rehearsal was refused by the database", refused);
            return false;
        }
    }

    /**
     * Writes what was rehearsed, unless the world has changed since. The same form sent twice is one change.
     *
     * @param asked who asked for it; null where the actor orders it alone
     */
    @Transactional
    Outcome confirm(Actor actor, Order order, Basis seen, UUID key, @Nullable Asked asked) {
        writer.lock();
        var already = changes.byKey(key, actor);
        if (already.isPresent()) return new Confirmed(already.get());
        var plan = planner.plan(order, actor.reach(PERMISSION));
        var judged = judge(plan);
        var changed = judged.basis().differences(seen);
        if (!judged.isPossible() || !changed.isEmpty()) return new Refused(judged, changed);
        return new Confirmed(write(actor, plan, judged, key, asked));
    }

    private UUID write(Actor actor, Plan plan, Rehearsal judged, UUID key, @Nullable Asked asked) {
        var before = facts.of(plan.touched());
        writer.write(plan.steps(), plan.order().day(), plan.order().reason());
        writer.prove();
        var trace = DatedFacts.between(before, facts.of(plan.touched()));
        var state = judged.planned() ? ChangeState.PLANNED : ChangeState.DONE;
        var lines = new ArrayList<>(Account.lines(plan, judged.effects()));
        if (asked != null) lines.add(Account.asked(asked));
        var id = changes.add(actor, new Changes.Entry(key, plan, state, trace, lines));
        deeds.decided(actor, id, plan, judged.effects(), asked);
        if (!judged.planned()) Account.events(plan).forEach(events::publishEvent);
        return id;
    }

    private Rehearsal judge(Plan plan) {
        var problems = checks.of(plan);
        var brought = effects.plan(plan);
        return new Rehearsal(
                plan.order(),
                brought,
                problems,
                basis(plan, brought),
                plan.order().day().isAfter(LocalDate.now(clock)));
    }

    private Basis basis(Plan plan, Effects brought) {
        var own = facts.of(plan.touched());
        var around = new LinkedHashSet<Long>();
        plan.involved().forEach(node -> around.add(node.id()));
        var parents = facts.of(around);
        var ended = plan.only(TreeStep.End.class).isEmpty()
                ? Set.<String>of()
                : Set.of("POST", "TENURE", "COMMITTEE", "MEMBER");
        var texts = new EnumMap<Basis.Part, String>(Basis.Part.class);
        texts.put(Basis.Part.ORDER, plan.order().toString());
        texts.put(
                Basis.Part.UNITS,
                text(own, Set.of("NAME", "STATE", "PLACE")) + text(parents, Set.of("NAME", "STATE", "PLACE")));
        texts.put(Basis.Part.BELOW, brought.moved().toString());
        texts.put(
                Basis.Part.EMPLOYERS,
                plan.only(TreeStep.Cover.class).isEmpty() ? "" : text(own, Set.of("COVER")) + brought.covered());
        texts.put(Basis.Part.POSTS, text(own, ended));
        texts.put(Basis.Part.SIGHT, brought.loses() + " " + brought.gains());
        return Basis.of(texts);
    }

    private static String text(SequencedMap<Row, String> facts, Set<String> tables) {
        return facts.entrySet().stream()
                .filter(entry -> tables.contains(entry.getKey().table()))
                .map(Map.Entry::toString)
                .collect(Collectors.joining("\n"));
    }
}
