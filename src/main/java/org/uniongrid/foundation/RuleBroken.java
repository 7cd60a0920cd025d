package org.uniongrid.foundation;

/** Somebody asked for what a rule forbids. Shown to them in their language, never logged as an error. */
public final class RuleBroken extends RuntimeException {

    private final transient Rule rule;

    public RuleBroken(Rule rule) {
        super(rule.key());
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }
}
