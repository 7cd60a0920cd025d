package org.uniongrid.organisation.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Span;

/** Which part of the tree a list is about, as a condition on the column {@code scope} and its values. */
record Seen(List<Span> spans) {

    /** All that is within reach, or what of it stands below one unit. */
    static Seen of(Reach reach, @Nullable Scope under) {
        return new Seen(under == null ? reach.spans() : List.of(reach.under(under)));
    }

    String condition(String alias) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < spans.size(); i++)
            parts.add("%1$s.scope >= :from%2$d and %1$s.scope < :to%2$d".formatted(alias, i));
        return parts.isEmpty()
                ? "false"
                : parts.size() == 1 ? parts.getFirst() : "(" + String.join(" or ", parts) + ")";
    }

    Map<String, @Nullable Object> values() {
        var values = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < spans.size(); i++) {
            values.put("from" + i, spans.get(i).from());
            values.put("to" + i, spans.get(i).to());
        }
        return values;
    }
}
