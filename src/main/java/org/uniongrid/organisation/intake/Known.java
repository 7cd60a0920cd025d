package org.uniongrid.organisation.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;

/** What the register knows already of the units, employers and divisions that a list names: one query for each. */
@Component
class Known {

    private final JdbcClient db;

    Known(JdbcClient db) {
        this.db = db;
    }

    /** A unit in the tree today. */
    record KnownUnit(
            long id, @Nullable String code, String name, @Nullable Long parentId, @Nullable String parentName) {}

    /** Units by what a list may call them. */
    static final class Units {

        private final Map<String, KnownUnit> byCode = new HashMap<>();
        private final Map<String, List<KnownUnit>> byName = new HashMap<>();

        /** By code, or else by full name; several where the name is not enough. */
        List<KnownUnit> called(String text) {
            var coded = byCode.get(text);
            return coded != null ? List.of(coded) : byName.getOrDefault(text, List.of());
        }

        @Nullable KnownUnit coded(@Nullable String code) {
            return code == null ? null : byCode.get(code);
        }

        private void add(KnownUnit unit) {
            if (unit.code() != null) byCode.put(unit.code(), unit);
            byName.computeIfAbsent(unit.name(), name -> new ArrayList<>()).add(unit);
        }
    }

    Units units(Set<String> codesAndNames, Reach reach) {
        var found = new Units();
        db.sql("""
                        select u.id, u.code, u.name, p.parent_id, up.name as parent_name
                        from organisation.unit u
                        join organisation.place p on p.unit_id = u.id and p.line_id = 1 and p.path is not null
                        left join organisation.unit up on up.id = p.parent_id
                        where (u.code = any (:called) or u.name = any (:called))
                          and u.id in (select unit_id from organisation.within(:reach))
                        """)
                .param("called", codesAndNames.toArray(String[]::new))
                .param("reach", reach.asArray())
                .query(KnownUnit.class)
                .list()
                .forEach(found::add);
        return found;
    }

    /** Codes that are taken by units out of reach, which a list may not use a second time. */
    @Unscoped("a code is unique over the whole cell; nothing is told but that it is taken")
    Set<String> takenCodes(Set<String> codes) {
        return db
                .sql("select code from organisation.unit where code = any (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** An employer and the union that covers it today. */
    record KnownEmployer(
            long id,
            String uscc,
            String name,
            @Nullable Long unionId,
            @Nullable String unionName,
            @Nullable String scope,
            String facts) {}

    @Unscoped("a credit code is unique over the whole cell; what is out of reach is refused, not shown")
    Map<String, KnownEmployer> employers(Set<String> creditCodes) {
        return db
                .sql("""
                        select e.id, e.uscc, e.name, e.union_id, u.name as union_name, e.scope,
                               concat_ws('|', e.ownership, e.industry, e.staff, e.women, e.division, e.address, e.lng, e.lat) as facts
                        from organisation.employer e left join organisation.unit u on u.id = e.union_id
                        where e.uscc = any (:codes)
                        """)
                .param("codes", creditCodes.toArray(String[]::new))
                .query(KnownEmployer.class)
                .list()
                .stream()
                .collect(Collectors.toMap(KnownEmployer::uscc, employer -> employer));
    }

    Set<String> divisions(Set<String> codes) {
        return db
                .sql("select code from organisation.division where code = any (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
