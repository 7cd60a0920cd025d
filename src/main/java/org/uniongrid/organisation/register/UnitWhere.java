package org.uniongrid.organisation.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;

/**
 * The conditions of a list of unions, called {@code u}, and their values. All but the search read columns of one index
 * only ({@code unit_filters}).
 */
record UnitWhere(String sql, Map<String, @Nullable Object> values) {

    /** Ids of the units that stand in a line today. */
    static final String LINE = """
            select p.unit_id from organisation.place p join organisation.line l on l.id = p.line_id
            where l.public_id = :line and p.path is not null""";

    /** @param chaired ids of unions whose chair has the name that is searched for */
    static UnitWhere of(Reach reach, Scope under, UnitFilter filter, List<Long> chaired, LocalDate today) {
        var seen = reach.under(under);
        var all = new ArrayList<>(List.of("u.scope >= :from", "u.scope < :to"));
        var values =
                new HashMap<String, @Nullable Object>(Map.of("from", seen.from(), "to", seen.to(), "today", today));
        values.put("soon", today.plus(UnitList.SOON));
        if (filter.q() != null) {
            var alias = chaired.isEmpty() ? "u" : "k";
            var searched = Searched.in(alias, "code", filter.q());
            all.add(chaired.isEmpty() ? searched.condition() : orChaired(searched));
            values.putAll(searched.values());
            values.put("chaired", chaired.toArray(Long[]::new));
        }
        if (filter.term() != null) all.add(term(filter.term(), "u"));
        if (filter.line() != null) {
            all.add("u.id = any (array(" + LINE + "))");
            values.put("line", filter.line());
        }
        addColumns(filter, all, values);
        return new UnitWhere(String.join(" and ", all), values);
    }

    /** Both are gathered by their own index first: with an "or" all unions would be read in the order of the list. */
    private static String orChaired(Searched searched) {
        return """
                u.id = any (array(select k.id from organisation.unit k where k.scope >= :from and k.scope < :to and %s
                                  union all select unnest(:chaired::bigint[])))
                """.formatted(searched.condition());
    }

    private static void addColumns(UnitFilter filter, List<String> all, Map<String, @Nullable Object> values) {
        if (filter.category() != null) {
            all.add("u.category = :category");
            values.put("category", filter.category().name());
        }
        if (filter.state() != null) {
            all.add("u.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.industry() != null) {
            all.add("left(u.industry, 1) = :industry");
            values.put("industry", filter.industry().name());
        }
        if (filter.ownership() != null) {
            all.add("u.ownership = :ownership");
            values.put("ownership", filter.ownership().code());
        }
        if (filter.size() != null) {
            all.add("u.staff >= :least and u.staff < :below");
            values.put("least", filter.size().from);
            values.put("below", filter.size().below);
        }
    }

    static String term(UnitFilter.Term term, String alias) {
        return switch (term) {
            case RUNNING -> alias + ".term_to >= :soon";
            case ENDING -> alias + ".term_to >= :today and " + alias + ".term_to < :soon";
            case OVERDUE -> alias + ".term_to < :today";
        };
    }
}
