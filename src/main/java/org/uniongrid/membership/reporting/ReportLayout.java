package org.uniongrid.membership.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.uniongrid.organisation.RulePack;

/** The columns of the roll above in their order, as a rule pack says them: no code has to know a place's template. */
record ReportLayout(List<Part> parts) {

    static final String SUBJECT = "roll-report";

    ReportLayout {
        parts = List.copyOf(parts);
    }

    /**
     * A column.
     *
     * @param field which field of ours stands in it; empty where it stays empty
     */
    record Part(String field, String heading) {}

    static ReportLayout of(RulePack pack) {
        return read(pack.text("columns"));
    }

    /** What is no {@code field=heading} of ours is a heading over an empty column, so that nothing moves to the left. */
    static ReportLayout read(String text) {
        var parts = new ArrayList<Part>();
        for (var one : text.split("[,，]")) {
            var sides = one.strip().split("[=＝]", 2);
            var field = sides[0].strip();
            var heading = sides[sides.length - 1].strip();
            if (!heading.isEmpty()) parts.add(new Part(ReportFile.FIELDS.contains(field) ? field : "", heading));
        }
        return new ReportLayout(parts);
    }

    /** Of the fields that were asked for; the others stay empty, since nobody has approved them. */
    ReportLayout only(Set<String> fields) {
        return new ReportLayout(parts.stream()
                .map(part -> fields.contains(part.field()) ? part : new Part("", part.heading()))
                .toList());
    }

    List<String> headings() {
        return parts.stream().map(Part::heading).toList();
    }
}
