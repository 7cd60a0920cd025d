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
 * The conditions of a list of employers, called {@code e}, and their values. All but the search read columns of one index
 * only ({@code employer_filters}), so that a filter that few fulfil costs no more than a walk along it.
 */
record EmployerWhere(String sql, Map<String, @Nullable Object> values) {

    private static final String UNIONS =
            "(select t.id from organisation.unit t where t.scope >= :from and t.scope < :to and ";

    /** @param chaired ids of unions whose chair has the name that is searched for */
    static EmployerWhere of(Reach reach, Scope under, EmployerFilter filter, List<Long> chaired, LocalDate today) {
        var seen = reach.under(under);
        var all = new ArrayList<>(List.of("e.scope >= :from", "e.scope < :to"));
        var values =
                new HashMap<String, @Nullable Object>(Map.of("from", seen.from(), "to", seen.to(), "today", today));
        values.put("soon", today.plus(UnitList.SOON));
        if (filter.q() != null) {
            var searched = Searched.in(chaired.isEmpty() ? "e" : "k", "uscc", filter.q());
            all.add(chaired.isEmpty() ? searched.condition() : orChaired(searched));
            values.putAll(searched.values());
            values.put("chaired", chaired.toArray(Long[]::new));
        }
        addColumns(filter, all, values);
        addUnions(filter, all, values);
        if (filter.chain() != null) {
            all.add("""
                    e.id = any (array(
                        select m.employer_id from organisation.chain_member m
                        join organisation.chain c on c.id = m.chain_id and c.public_id = :chain
                        where m.during @> :today))""");
            values.put("chain", filter.chain());
        }
        return new EmployerWhere(String.join(" and ", all), values);
    }

    /** As with unions, both are gathered by their own index first. */
    private static String orChaired(Searched searched) {
        return """
                e.id = any (array(select k.id from organisation.employer k where k.scope >= :from and k.scope < :to and %s
                                  union all select c.id from organisation.employer c where c.union_id = any (:chaired)))
                """.formatted(searched.condition());
    }

    private static void addColumns(EmployerFilter filter, List<String> all, Map<String, @Nullable Object> values) {
        if (filter.size() != null) {
            all.add("e.staff >= :least and e.staff < :below");
            values.put("least", filter.size().from);
            values.put("below", filter.size().below);
        }
        if (filter.insured() != null) {
            all.add("e.insured between :fewest and :most");
            values.put("fewest", filter.insured().from());
            values.put("most", filter.insured().to());
        }
        if (filter.ownership() != null) {
            all.add("e.ownership = :ownership");
            values.put("ownership", filter.ownership().code());
        }
        if (filter.industry() != null) {
            all.add("left(e.industry, 1) = :industry");
            values.put("industry", filter.industry().name());
        }
        if (filter.state() != null) {
            all.add("e.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.party() != null) {
            all.add("e.party = :party");
            values.put("party", filter.party().name());
        }
        if (filter.origin() != null) {
            all.add("e.origin = :origin");
            values.put("origin", filter.origin());
        }
    }

    private static void addUnions(EmployerFilter filter, List<String> all, Map<String, @Nullable Object> values) {
        if (filter.standing() != null)
            all.add(
                    switch (filter.standing()) {
                        case COVERED -> "e.union_id is not null";
                        case NONE -> "e.union_id is null";
                        case OVERDUE -> "e.union_id = any (array" + UNIONS + "t.term_to < :today))";
                    });
        if (filter.term() != null)
            all.add("e.union_id = any (array" + UNIONS + UnitWhere.term(filter.term(), "t") + "))");
        if (filter.line() != null) {
            all.add("e.union_id = any (array(" + UnitWhere.LINE + "))");
            values.put("line", filter.line());
        }
    }
}
