package org.uniongrid.organisation.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Band;
import org.uniongrid.organisation.PackSubject;
import org.uniongrid.organisation.PackValue;
import org.uniongrid.organisation.RulePack;

/**
 * One thing that two versions say differently.
 *
 * @param before what the earlier one says, or null where it says nothing
 * @param after what the later one says, or null where it says nothing
 */
public record Change(
        PackSubject.Field field,
        @Nullable PackValue before,
        @Nullable PackValue after) {

    /** Value by value; of a table row by row, so that only what differs is shown. */
    static List<Change> between(PackSubject subject, @Nullable RulePack before, RulePack after) {
        var changes = new ArrayList<Change>();
        for (var field : subject.fields()) {
            var old = before == null ? null : before.values().get(field.key());
            var now = after.values().get(field.key());
            if (Objects.equals(old, now)) continue;
            if (old instanceof PackValue.Bands(List<Band> was) && now instanceof PackValue.Bands(List<Band> is))
                rows(field, was, is, changes);
            else changes.add(new Change(field, old, now));
        }
        return changes;
    }

    private static void rows(PackSubject.Field field, List<Band> was, List<Band> is, List<Change> changes) {
        var starts = new TreeSet<Integer>();
        was.forEach(row -> starts.add(row.from()));
        is.forEach(row -> starts.add(row.from()));
        for (var start : starts) {
            var old = row(was, start);
            var now = row(is, start);
            if (!Objects.equals(old, now)) changes.add(new Change(field, old, now));
        }
    }

    private static PackValue.@Nullable Bands row(List<Band> rows, int start) {
        return rows.stream()
                .filter(row -> row.from() == start)
                .findFirst()
                .map(row -> new PackValue.Bands(List.of(row)))
                .orElse(null);
    }
}
