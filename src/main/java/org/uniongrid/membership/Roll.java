package org.uniongrid.membership;

/** What is permitted with the roll of members. */
public final class Roll {

    public static final String READ = "membership.member.read";
    public static final String EDIT = "membership.member.edit";
    public static final String IMPORT = "membership.roll.import";

    private Roll() {}
}
