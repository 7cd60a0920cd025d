package org.uniongrid.casework.cases;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.matter.MatterState;
import org.uniongrid.web.TypedKey;

/**
 * Which cases are asked for.
 *
 * @param kind public id of a kind; those below it are meant too
 * @param q words of the title and of what was said, or a number such as {@code 2026-17}
 * @param late those only that are over their time now
 */
public record CaseFilter(@Nullable UUID kind, @Nullable MatterState state, String q, boolean late, boolean urgent) {

    static CaseFilter of(String kind, String state, String q, String late, String urgent) {
        MatterState known = null;
        for (var one : MatterState.values()) if (one.name().equals(state)) known = one;
        return new CaseFilter(
                TypedKey.uuid(kind).orElse(null), known, q.strip(), late.equals("true"), urgent.equals("true"));
    }

    boolean isNumber() {
        return q.matches("[0-9]{4}-[0-9]{1,9}");
    }

    String query() {
        return isNumber() ? "" : Bigrams.query(q);
    }

    public boolean isNarrow() {
        return kind != null || state != null || !q.isEmpty() || late || urgent;
    }

    /** As the form sends it. */
    public Map<String, String> values() {
        var values = new TreeMap<String, String>();
        if (kind != null) values.put("of", kind.toString());
        if (state != null) values.put("state", state.name());
        if (!q.isEmpty()) values.put("q", q);
        if (late) values.put("late", "true");
        if (urgent) values.put("urgent", "true");
        return values;
    }
}
