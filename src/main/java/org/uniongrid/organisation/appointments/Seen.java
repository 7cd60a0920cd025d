package org.uniongrid.organisation.appointments;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Span;
import org.uniongrid.people.NameSearch;

/**
 * Tenures of a reach, as {@code t}, going by an index: by the people where a name is looked for that few have, else
 * along the ranges of the reach, which also serves a name that many have. Along them the index alone is read.
 */
record Seen(Reach reach, Optional<NameSearch.Found> names) {

    /**
     * A from-clause with its conditions.
     *
     * @param conditions begin with {@code and}
     * @param tail an order and a limit, for each range of the reach
     */
    String sql(String conditions, String tail) {
        if (names.filter(NameSearch.Found::areAll).isPresent()) return """
                    from (select t.* from organisation.tenure t
                          where t.person_id = any (:persons) and organisation.sees(:reach, t.scope) %s%s) t
                    """.formatted(conditions, tail);
        return """
                from unnest(:first, :beyond) as span(first, beyond) cross join lateral (
                    select t.id, t.scope from organisation.tenure t %s
                    where t.scope >= span.first collate "C" and t.scope < span.beyond collate "C" %s%s) found
                join organisation.tenure t on t.id = found.id
                """.formatted(names.isEmpty() ? "" : """
                                join people.person n on n.id = t.person_id and not exists (
                                    select from unnest(:words) w where strpos(lower(n.name), lower(w)) = 0)""", conditions, tail);
    }

    /** What the clause wants. */
    Map<String, @Nullable Object> values() {
        var values = new HashMap<String, @Nullable Object>();
        var spans = reach.spans();
        values.put("reach", reach.asArray());
        values.put("first", spans.stream().map(Span::from).toArray(String[]::new));
        values.put("beyond", spans.stream().map(Span::to).toArray(String[]::new));
        names.ifPresent(found -> {
            values.put("persons", found.persons().toArray(Long[]::new));
            values.put("words", found.words().toArray(String[]::new));
        });
        return values;
    }
}
