package org.uniongrid.membership.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.RulePacks;

/** Unions and employers within reach by what rolls call them, each asked for once. */
@Component
class KnownRegister {

    private final JdbcClient db;
    private final RulePacks packs;

    KnownRegister(JdbcClient db, RulePacks packs) {
        this.db = db;
        this.packs = packs;
    }

    /**
     * A union that stands in the tree today.
     *
     * @param region division of its place, for the numbers of cards; empty where none is known
     */
    record Union(long id, String name, @Nullable String code, Category category, String region) {}

    /** @param unionId the union that covers it, or null */
    record Employer(
            long id,
            String name,
            @Nullable String uscc,
            @Nullable Long unionId) {}

    Asked within(Reach reach) {
        return new Asked(reach);
    }

    /** What one list has asked for so far. */
    final class Asked {

        private final Reach reach;
        private final Set<String> asked = new HashSet<>();
        private final Set<String> askedEmployers = new HashSet<>();
        private final Map<String, List<Union>> unions = new HashMap<>();
        private final Map<String, List<Employer>> employers = new HashMap<>();

        private Asked(Reach reach) {
            this.reach = reach;
        }

        void learn(Collection<RollEntry> entries) {
            var called = new ArrayList<String>();
            var firms = new ArrayList<String>();
            for (var entry : entries) {
                if (!entry.union().isEmpty() && asked.add(entry.union())) called.add(entry.union());
                var firm = firm(entry);
                if (!firm.isEmpty() && askedEmployers.add(firm)) firms.add(firm);
            }
            if (!called.isEmpty()) learnUnions(called);
            if (!firms.isEmpty()) learnEmployers(firms);
        }

        private static String firm(RollEntry entry) {
            return entry.uscc() == null ? entry.employer() : entry.uscc();
        }

        /** By code, or else by full name; several where the name is not enough. */
        List<Union> unions(String called) {
            var found = unions.getOrDefault(called, List.of());
            var coded =
                    found.stream().filter(union -> called.equals(union.code())).toList();
            return coded.isEmpty() ? found : coded;
        }

        /** Those of the union come first: a name may be that of others elsewhere, too. */
        List<Employer> employers(RollEntry entry, long unionId) {
            var found = employers.getOrDefault(firm(entry), List.of());
            var own = found.stream()
                    .filter(one -> one.unionId() != null && one.unionId() == unionId)
                    .toList();
            return own.isEmpty() ? found : own;
        }

        private void learnUnions(List<String> called) {
            var found = db.sql("""
                            select u.id, u.name, u.code, u.category from organisation.unit u
                            where u.scope is not null and (u.code = any (:called) or u.name = any (:called))
                              and organisation.sees(:reach, u.scope)
                            """)
                    .param("called", called.toArray(String[]::new))
                    .param("reach", reach.asArray())
                    .query((row, number) -> union(row))
                    .list();
            var regions = packs.divisionsOf(found.stream().map(Union::id).toList());
            for (var bare : found) {
                var union = new Union(
                        bare.id(), bare.name(), bare.code(), bare.category(), regions.getOrDefault(bare.id(), ""));
                add(unions, union.name(), union);
                if (union.code() != null && !union.code().equals(union.name())) add(unions, union.code(), union);
            }
        }

        private static Union union(ResultSet row) throws SQLException {
            return new Union(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("code"),
                    Category.valueOf(row.getString("category")),
                    "");
        }

        private void learnEmployers(List<String> called) {
            for (var employer : db.sql("""
                            select e.id, e.name, e.uscc, e.union_id from organisation.employer e
                            where (e.uscc = any (:called) or e.name = any (:called)) and e.merged_into is null
                              and organisation.sees(:reach, e.scope)
                            """)
                    .param("called", called.toArray(String[]::new))
                    .param("reach", reach.asArray())
                    .query(Employer.class)
                    .list()) {
                add(employers, employer.name(), employer);
                if (employer.uscc() != null) add(employers, employer.uscc(), employer);
            }
        }
    }

    private static <T> void add(Map<String, List<T>> all, String called, T one) {
        all.computeIfAbsent(called, _ -> new ArrayList<>()).add(one);
    }
}
