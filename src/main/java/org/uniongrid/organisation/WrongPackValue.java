package org.uniongrid.organisation;

import org.uniongrid.foundation.Rule;

/** A value of a rule pack is missing, not known or of another kind than its subject defines. */
public final class WrongPackValue extends RuntimeException {

    private final String field;
    private final transient Rule rule;

    WrongPackValue(PackSubject subject, String field, Rule rule) {
        super("Rule pack " + subject.key() + ", value " + field + ": " + rule.key());
        this.field = field;
        this.rule = rule;
    }

    /** Key of the value. */
    public String field() {
        return field;
    }

    public Rule rule() {
        return rule;
    }
}
