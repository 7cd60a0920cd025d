package org.uniongrid.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.Measure;
import org.uniongrid.organisation.PackSubject;
import org.uniongrid.organisation.PackSubjects;
import org.uniongrid.organisation.RoleName;

/** What the steps of a route may be made of; out of what was typed they come so that every matter gets to its end. */
@Component
@Unscoped("roles are the same for everybody")
public class RouteSteps {

    /** Steps of a route, without the asker's. */
    public static final int MOST = 8;

    private static final Set<Measure> CLOCKS = Set.of(Measure.DAYS, Measure.WORKING_DAYS, Measure.MONTHS);

    private final PackSubjects subjects;
    private final JdbcClient db;

    RouteSteps(PackSubjects subjects, JdbcClient db) {
        this.subjects = subjects;
        this.db = db;
    }

    /**
     * A step as it was typed.
     *
     * @param key of the step of the route in force until now that it is; null for one that is new
     */
    public record Typed(
            @Nullable String key,
            String name,
            Seat seat,
            @Nullable String role,
            String clock,
            Set<Action> actions,
            StepCondition condition) {}

    /** The values of the kind's rule pack that a step's clock may go by. */
    public List<PackSubject.Field> clocks(MatterKind kind) {
        return subjects.find(kind.pack()).orElseThrow().fields().stream()
                .filter(field -> CLOCKS.contains(field.measure()))
                .filter(field -> !field.key().equals("reopen"))
                .toList();
    }

    /** Whose holders may handle matters. */
    public List<RoleName> roles() {
        return db.sql(
                        "select key, name from organisation.role where 'matter.handle' = any (permissions) and not cell_wide order by id")
                .query(RoleName.class)
                .list();
    }

    /** @param held the route that is in force until now */
    List<Step> of(MatterKind kind, Route held, List<Typed> typed) {
        if (typed.isEmpty() || typed.size() > MOST) throw new RuleBroken(RouteRule.ROUTE_HAS_STEPS, MOST);
        RouteRule.FIRST_STEP_IS_FOR_ALL.require(typed.getFirst().condition() == StepCondition.ALWAYS);
        RouteRule.LAST_STEP_IS_FOR_ALL.require(typed.getLast().condition() == StepCondition.ALWAYS);
        var names = new HashSet<String>();
        var keys = new HashSet<String>();
        var steps = new ArrayList<Step>();
        for (var one : typed) {
            RouteRule.STEP_NAMES_DIFFER.require(names.add(one.name()));
            check(kind, one, one == typed.getLast());
            if (one.key() != null && (!isIn(held, one.key()) || !keys.add(one.key())))
                throw new RuleBroken(RouteRule.STEP_FOLLOWS_ONE, one.name());
            steps.add(new Step(
                    one.key() == null ? newKey() : one.key(),
                    one.name(),
                    one.seat(),
                    one.role(),
                    one.clock(),
                    one.actions(),
                    one.condition()));
        }
        kind.route().stream().filter(Step::isAskers).forEach(steps::add);
        return steps;
    }

    private static boolean isIn(Route held, String key) {
        return held.working().stream().anyMatch(step -> step.key().equals(key));
    }

    /** One that no step of any route ever had, so that a key says which step it is. */
    private String newKey() {
        return "step-"
                + db.sql("select nextval('matter.step_key')").query(Long.class).single();
    }

    private void check(MatterKind kind, Typed step, boolean last) {
        var actions = step.actions();
        if (actions.isEmpty() || !Step.DECISIONS.containsAll(actions) || step.seat() == Seat.ASKER)
            throw new RuleBroken(RouteRule.STEP_MAY_DO_SOMETHING, step.name());
        if (!last && !actions.contains(Action.APPROVE))
            throw new RuleBroken(RouteRule.EARLIER_STEPS_GO_ON, step.name());
        RouteRule.LAST_STEP_ANSWERS.require(!last || actions.contains(Action.ANSWER));
        if (clocks(kind).stream().noneMatch(field -> field.key().equals(step.clock())))
            throw new RuleBroken(RouteRule.STEP_CLOCK_IS_KNOWN, step.name());
        if (step.role() != null && roles().stream().noneMatch(role -> role.key().equals(step.role())))
            throw new RuleBroken(RouteRule.STEP_ROLE_HANDLES, step.name());
    }
}
