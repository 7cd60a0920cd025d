package org.uniongrid.organisation.intake;

import org.jspecify.annotations.Nullable;

/** Who chairs a union, as a list says; numbers are in their one normal form. */
record ChairEntry(
        String name, @Nullable String idNumber, @Nullable String phone) {

    private static final int LONGEST_NAME = 100;

    static @Nullable ChairEntry read(Cells cells) {
        var name = cells.shortText("chair-name", LONGEST_NAME);
        var idNumber = cells.idNumber("chair-id");
        var phone = cells.phone("chair-phone");
        if (name != null) return new ChairEntry(name, idNumber, phone);
        if (cells.row().has("chair-id") || cells.row().has("chair-phone"))
            cells.problem("chair-name", "import.problem.needs-chair");
        return null;
    }

    @Override
    public String toString() {
        return "chair";
    }
}
