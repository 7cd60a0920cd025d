package org.uniongrid.structure.changes;

import java.util.List;
import org.uniongrid.foundation.Rule;
import org.uniongrid.foundation.RuleBroken;

/** A rule that a change would break, and what fills the places of its message. */
public record Problem(Rule rule, List<Object> values) {

    public Problem {
        values = List.copyOf(values);
    }

    static Problem of(Rule rule, Object... values) {
        return new Problem(rule, List.of(values));
    }

    RuleBroken broken() {
        return new RuleBroken(rule, values.toArray());
    }
}
