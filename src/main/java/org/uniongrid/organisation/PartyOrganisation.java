package org.uniongrid.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The organisation of the party in an employer. */
public enum PartyOrganisation {
    NONE("无"),
    BRANCH("党支部"),
    GENERAL_BRANCH("党总支"),
    COMMITTEE("党委"),
    JOINT("联合党支部");

    private final String term;

    PartyOrganisation(String term) {
        this.term = term;
    }

    /** The term of the field, as it stands in lists that unions keep. */
    public String term() {
        return term;
    }

    /** Name of its message. */
    public String key() {
        return "employer.party." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By name or by term. */
    public static Optional<PartyOrganisation> of(String text) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(text) || one.term.equals(text))
                .findFirst();
    }
}
