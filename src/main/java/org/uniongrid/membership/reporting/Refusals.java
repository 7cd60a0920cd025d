package org.uniongrid.membership.reporting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;

/** Whom the roll above did not take, beside the row with which they were reported last. */
@Repository
class Refusals {

    private static final List<IdentityField> NUMBERS = List.of(IdentityField.ID_NUMBER, IdentityField.DOCUMENT);

    private final JdbcClient db;
    private final Identities identities;
    private final Clock clock;

    Refusals(JdbcClient db, Identities identities, Clock clock) {
        this.db = db;
        this.identities = identities;
        this.clock = clock;
    }

    /**
     * A member as last handed in.
     *
     * @param refused why they were refused, if that is known already
     */
    record Reported(
            long report,
            long stay,
            long personId,
            String name,
            @Nullable String refused) {}

    /** A reason to be kept. */
    record Refusal(Reported reported, String reason) {}

    /** In the caller's transaction: reports that are made or handed in meanwhile wait. */
    void hold() {
        db.sql("select pg_advisory_xact_lock(hashtext('membership.report'))").query(row -> {});
    }

    /** By number, as it was typed; whoever is out of reach or was never handed in is left out. */
    Map<String, Reported> reported(Collection<String> typed, Reach reach) {
        var sought =
                typed.stream().filter(number -> !number.isEmpty()).distinct().toList();
        var holders = new HashMap<String, List<Long>>();
        for (var field : NUMBERS)
            identities
                    .holders(field, sought)
                    .forEach((number, persons) -> holders.computeIfAbsent(number, _ -> new ArrayList<>())
                            .addAll(persons));
        var last =
                last(holders.values().stream().flatMap(List::stream).distinct().toList(), reach);
        var found = new TreeMap<String, Reported>();
        holders.forEach((number, persons) -> {
            var known = persons.stream().distinct().filter(last::containsKey).toList();
            if (known.size() == 1) found.put(number, last.get(known.getFirst()));
        });
        return found;
    }

    private Map<Long, Reported> last(List<Long> persons, Reach reach) {
        if (persons.isEmpty()) return Map.of();
        return db
                .sql("""
                        select distinct on (p.id) r.report_id as report, s.id as stay, p.id as person_id, p.name, r.refused
                        from people.person p join membership.stay s on s.person_id = p.id
                        join membership.report_row r on r.stay_id = s.id
                        join membership.report b on b.id = r.report_id and b.state = 'REPORTED'
                        where p.id = any (:persons) and organisation.sees(:reach, s.scope) order by p.id, r.report_id desc, s.id desc
                        """)
                .param("persons", persons.toArray(Long[]::new))
                .param("reach", reach.asArray())
                .query(Reported.class)
                .stream()
                .collect(Collectors.toMap(Reported::personId, one -> one));
    }

    /** Whoever has changed since, or waits in the next report, stays as they are: they are reported again anyway. */
    @Unscoped("writes only what was found within reach")
    void write(List<Refusal> refusals) {
        if (refusals.isEmpty()) return;
        db.sql("""
                        with given as (
                            select * from unnest(:reports::bigint[], :stays::bigint[], :reasons::text[]) as g (report_id, stay_id, reason)),
                        noted as (
                            update membership.report_row r set refused = g.reason, refused_at = :now from given g
                            where r.report_id = g.report_id and r.stay_id = g.stay_id and r.refused is distinct from g.reason)
                        update membership.stay s set standing = 'REFUSED' from given g where s.id = g.stay_id and s.standing = 'REPORTED'
                        """)
                .param(
                        "reports",
                        refusals.stream().map(one -> one.reported().report()).toArray(Long[]::new))
                .param(
                        "stays",
                        refusals.stream().map(one -> one.reported().stay()).toArray(Long[]::new))
                .param("reasons", refusals.stream().map(Refusal::reason).toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
