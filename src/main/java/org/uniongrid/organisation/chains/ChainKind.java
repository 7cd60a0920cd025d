package org.uniongrid.organisation.chains;

import java.util.Locale;

/** What holds an industry chain together. */
public enum ChainKind {
    CULTURE_TOURISM("文旅"),
    REGIONAL("区域"),
    TRADE("商贸"),
    INDUSTRY("工业"),
    NEW_BUSINESS("新业态"),
    SOCIAL("社会组织");

    private final String term;

    ChainKind(String term) {
        this.term = term;
    }

    /** The term of the field. */
    public String term() {
        return term;
    }

    /** Name of its message. */
    public String key() {
        return "chain.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
