package org.uniongrid.organisation.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.EmployerState;

/** What the register knows already of the units, employers and divisions that a list names: one query for each. */
@Component
class Known {

    private final JdbcClient db;

    Known(JdbcClient db) {
        this.db = db;
    }

    /** A unit in the tree today. */
    record KnownUnit(
            long id,
            String name,
            Category category,
            @Nullable Long parentId,
            @Nullable String parentName,
            @Nullable String parentCode,
            Scope scope,
            NewUnit.UnitDetails details,
            RegisterFacts more) {

        boolean standsUnder(String called) {
            return called.isEmpty() ? parentId == null : called.equals(parentName) || called.equals(parentCode);
        }
    }

    /** Units by what a list may call them. */
    static final class Units {

        private final Map<String, KnownUnit> byCode = new HashMap<>();
        private final Map<String, List<KnownUnit>> byName = new HashMap<>();

        /** By code, or else by full name; several where the name is not enough. */
        List<KnownUnit> called(String text) {
            var coded = byCode.get(text);
            return coded != null ? List.of(coded) : byName.getOrDefault(text, List.of());
        }

        private void add(KnownUnit unit) {
            if (unit.details().code() != null) byCode.put(unit.details().code(), unit);
            byName.computeIfAbsent(unit.name(), name -> new ArrayList<>()).add(unit);
        }
    }

    Units units(Collection<String> codesAndNames, Reach reach) {
        var details = new DataClassRowMapper<>(NewUnit.UnitDetails.class);
        var more = new DataClassRowMapper<>(RegisterFacts.class);
        var found = new Units();
        db.sql("""
                        select u.*, p.parent_id, up.name as parent_name, up.code as parent_code
                        from organisation.unit u
                        join organisation.place p on p.unit_id = u.id and p.line_id = 1 and p.path is not null
                        left join organisation.unit up on up.id = p.parent_id
                        where (u.code = any (:called) or u.name = any (:called))
                          and u.id in (select unit_id from organisation.within(:reach))
                        """)
                .param("called", codesAndNames.toArray(String[]::new))
                .param("reach", reach.asArray())
                .query((row, number) -> new KnownUnit(
                        row.getLong("id"),
                        row.getString("name"),
                        Category.valueOf(row.getString("category")),
                        row.getObject("parent_id", Long.class),
                        row.getString("parent_name"),
                        row.getString("parent_code"),
                        new Scope(row.getString("scope")),
                        details.mapRow(row, number),
                        more.mapRow(row, number)))
                .list()
                .forEach(found::add);
        return found;
    }

    /** Codes in use anywhere, which a list may not use for another unit. */
    @Unscoped("a code is unique over the whole cell; nothing is told but that it is taken")
    Set<String> takenCodes(Collection<String> codes) {
        return texts("select code from organisation.unit where code = any (:given)", codes);
    }

    /** Whose own credit codes these are. */
    @Unscoped("a credit code is unique over the whole cell; nothing is told but that it is taken")
    Map<String, Long> ownersOf(Collection<String> creditCodes) {
        var owners = new HashMap<String, Long>();
        db.sql("select uscc, id from organisation.unit where uscc = any (:codes)")
                .param("codes", creditCodes.toArray(String[]::new))
                .query(row -> {
                    owners.put(row.getString("uscc"), row.getLong("id"));
                });
        return owners;
    }

    /** An employer and the union that covers it today. */
    record KnownEmployer(
            long id,
            String uscc,
            @Nullable Long unionId,
            @Nullable String unionName,
            @Nullable Scope scope,
            boolean isMerged,
            Map<Integer, Integer> insured,
            EmployerEntry.Facts facts) {

        boolean isClosed() {
            return EmployerState.CLOSED.name().equals(facts.state());
        }

        boolean isInsured(EmployerEntry.Insured given) {
            return Objects.equals(insured.get(given.year()), given.count());
        }

        boolean isWithin(Reach reach) {
            return scope == null ? reach instanceof Reach.Cell : reach.sees(scope);
        }
    }

    @Unscoped("a credit code is unique over the whole cell; what is out of reach is refused, not shown")
    Map<String, KnownEmployer> employers(Collection<String> creditCodes) {
        var facts = new DataClassRowMapper<>(EmployerEntry.Facts.class);
        return db
                .sql("""
                        select e.*, u.name as union_name,
                            array(select i.year from organisation.employer_insured i where i.employer_id = e.id order by i.year) as years,
                            array(select i.insured from organisation.employer_insured i where i.employer_id = e.id order by i.year) as counts
                        from organisation.employer e left join organisation.unit u on u.id = e.union_id
                        where e.uscc = any (:codes)
                        """)
                .param("codes", creditCodes.toArray(String[]::new))
                .query((row, number) -> new KnownEmployer(
                        row.getLong("id"),
                        row.getString("uscc"),
                        row.getObject("union_id", Long.class),
                        row.getString("union_name"),
                        row.getString("scope") == null ? null : new Scope(row.getString("scope")),
                        row.getString("merged_into") != null,
                        insured(row),
                        facts.mapRow(row, number)))
                .list()
                .stream()
                .collect(Collectors.toMap(KnownEmployer::uscc, employer -> employer));
    }

    private static Map<Integer, Integer> insured(ResultSet row) throws SQLException {
        var years = (Short[]) row.getArray("years").getArray();
        var counts = (Integer[]) row.getArray("counts").getArray();
        var insured = new HashMap<Integer, Integer>();
        for (int i = 0; i < years.length; i++) insured.put((int) years[i], counts[i]);
        return insured;
    }

    @Unscoped("divisions are known to everybody")
    Set<String> divisions(Collection<String> codes) {
        return texts("select code from organisation.division where code = any (:given)", codes);
    }

    private Set<String> texts(String sql, Collection<String> given) {
        return new HashSet<>(db.sql(sql)
                .param("given", given.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
