package org.uniongrid.foundation;

import java.util.List;

/** Somebody asked for what a rule forbids. Shown to them in their language, never logged as an error. */
public final class RuleBroken extends RuntimeException {

    private final transient Rule rule;
    private final transient List<Object> values;

    /** With what fills the places of the rule's message. */
    public RuleBroken(Rule rule, Object... values) {
        super(rule.key());
        this.rule = rule;
        this.values = List.of(values);
    }

    public Rule rule() {
        return rule;
    }

    public List<Object> values() {
        return values;
    }
}
