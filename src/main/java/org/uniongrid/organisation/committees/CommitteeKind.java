package org.uniongrid.organisation.committees;

import java.util.Locale;

/** What a committee of a union is for. */
public enum CommitteeKind {
    UNION("工会委员会"),
    AUDIT("经费审查委员会"),
    WOMEN("女职工委员会"),
    LABOUR_LAW("劳动法律监督委员会");

    private final String term;

    CommitteeKind(String term) {
        this.term = term;
    }

    /** The term of the field, as it stands on the audit trail. */
    public String term() {
        return term;
    }

    /** What the post of its chair is called. */
    String chair() {
        return term + "主任";
    }

    /** Name of its message. */
    public String key() {
        return "committee.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
