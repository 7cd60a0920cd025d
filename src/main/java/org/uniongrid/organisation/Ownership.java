package org.uniongrid.organisation;

import java.util.Arrays;
import java.util.Optional;

/** Category of an employer, by the codes of the 2015 form. */
public enum Ownership {
    STATE_OWNED("110", "国有"),
    COLLECTIVE("120", "集体"),
    COOPERATIVE("130", "股份合作"),
    JOINT("140", "联营"),
    STATE_SOLE("151", "国有独资"),
    LIMITED("159", "其他有限"),
    STATE_CONTROLLED("161", "国有控股股份"),
    SHARES("169", "其他股份"),
    PRIVATE("170", "私营"),
    OTHER_DOMESTIC("190", "其他内资"),
    HONG_KONG_MACAO_TAIWAN("200", "港澳台"),
    FOREIGN("300", "外商"),
    INSTITUTION("400", "事业"),
    GOVERNMENT("500", "机关"),
    SELF_EMPLOYED("600", "个体"),
    NON_PROFIT("700", "民办非企业");

    private final String code;
    private final String term;

    Ownership(String code, String term) {
        this.code = code;
        this.term = term;
    }

    public String code() {
        return code;
    }

    /** The term of the field, as it stands in lists that unions keep. */
    public String term() {
        return term;
    }

    /** Name of its message. */
    public String key() {
        return "employer.ownership." + code;
    }

    /** By code or by term. */
    public static Optional<Ownership> of(String text) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(text) || one.term.equals(text))
                .findFirst();
    }
}
