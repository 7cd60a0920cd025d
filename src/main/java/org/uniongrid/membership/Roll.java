package org.uniongrid.membership;

import org.uniongrid.organisation.Category;

/** The roll of members: what is permitted with it, and which unions have one. */
public final class Roll {

    public static final String READ = "membership.member.read";
    public static final String EDIT = "membership.member.edit";
    public static final String IMPORT = "membership.roll.import";
    public static final String REPORT = "membership.roll.report";

    private Roll() {}

    /** Whether a union of this kind has members of its own. */
    public static boolean takesMembers(Category category) {
        return category != Category.FEDERATION && category != Category.GUEST;
    }
}
