package org.uniongrid.membership.doubts;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.PhoneRuns;

/** Looks at the rolls of some unions. */
@Component
@Unscoped("a job; gives out counts, and whom they are about, to who reaches the union")
class RollLook {

    private static final int DAYS = 30;

    private final JdbcClient db;
    private final PhoneRuns phones;
    private final Clock clock;

    RollLook(JdbcClient db, PhoneRuns phones, Clock clock) {
        this.db = db;
        this.phones = phones;
        this.clock = clock;
    }

    /** @param limits of each union that is looked at */
    List<Finding> look(Map<Long, Thresholds> limits) {
        var found = new ArrayList<Finding>();
        limits.forEach((unit, limit) -> inARow(unit, limit).ifPresent(found::add));
        found.addAll(sharedAccounts(limits));
        found.addAll(byCounts(limits));
        return found;
    }

    private Optional<Finding> inARow(long unit, Thresholds limit) {
        var stays = new HashMap<Long, Long>();
        db.sql("select person_id, id from membership.stay where unit_id = ? and until is null")
                .param(unit)
                .query((row, _) -> stays.put(row.getLong("person_id"), row.getLong("id")))
                .list();
        if (stays.size() < limit.row()) return Optional.empty();
        var runs = phones.of(stays.keySet(), limit.row());
        if (runs.isEmpty()) return Optional.empty();
        var longest = runs.stream().mapToInt(Collection::size).max().orElse(0);
        var about =
                runs.stream().flatMap(List::stream).distinct().map(stays::get).toList();
        return Optional.of(new Finding(unit, DoubtRule.PHONES_IN_A_ROW, about.size(), longest, about));
    }

    /** Accounts are compared by their marks: nothing is opened. */
    private List<Finding> sharedAccounts(Map<Long, Thresholds> limits) {
        var least = limits.values().stream().mapToInt(Thresholds::shared).min().orElse(Integer.MAX_VALUE);
        var groups = db.sql("""
                        select s.unit_id, array_agg(s.id order by s.id) as stays
                        from membership.stay s
                        join people.identity i on i.person_id = s.person_id and i.field = 'BANK_ACCOUNT'
                        join people.identity_index x on x.identity_id = i.id and x.kind = 'BANK_ACCOUNT'
                        where s.unit_id = any (:units) and s.until is null
                        group by s.unit_id, x.mark having count(*) >= :least order by s.unit_id
                        """)
                .param("units", limits.keySet().toArray(Long[]::new))
                .param("least", least)
                .query((row, _) -> Map.entry(row.getLong("unit_id"), List.of((Long[])
                        row.getArray("stays").getArray())))
                .list();
        var found = new ArrayList<Finding>();
        limits.forEach((unit, limit) -> {
            var own = groups.stream()
                    .filter(group -> group.getKey().equals(unit))
                    .map(Map.Entry::getValue)
                    .filter(stays -> stays.size() >= limit.shared())
                    .toList();
            if (own.isEmpty()) return;
            var about = own.stream().flatMap(List::stream).distinct().toList();
            var most = own.stream().mapToInt(List::size).max().orElse(0);
            found.add(new Finding(unit, DoubtRule.ONE_ACCOUNT, about.size(), most, about));
        });
        return found;
    }

    private List<Finding> byCounts(Map<Long, Thresholds> limits) {
        var found = new ArrayList<Finding>();
        db.sql("""
                        select u.id, t.staff, coalesce(sum(d.change), 0) as members,
                            coalesce(sum(d.change) filter (where d.day <= :before), 0) as before
                        from organisation.unit u
                        cross join lateral organisation.totals(u.id, u.scope) t
                        left join lateral (
                            select day, change from membership.unit_day where unit_id = u.id
                            union all select day, change from membership.count_delta where unit_id = u.id) d on d.day <= :today
                        where u.id = any (:units) and u.scope is not null group by u.id, t.staff order by u.id
                        """)
                .param("units", limits.keySet().toArray(Long[]::new))
                .param("before", LocalDate.now(clock).minusDays(DAYS))
                .param("today", LocalDate.now(clock))
                .query((row, _) -> found.addAll(ofCounts(
                        row.getLong("id"),
                        row.getInt("members"),
                        row.getInt("before"),
                        row.getInt("staff"),
                        requireNonNull(limits.get(row.getLong("id"))))))
                .list();
        return found;
    }

    static List<Finding> ofCounts(long unit, int members, int before, int staff, Thresholds limit) {
        var found = new ArrayList<Finding>();
        if (staff > 0 && members > staff)
            found.add(new Finding(unit, DoubtRule.MORE_THAN_STAFF, members, staff, List.of()));
        int came = members - before;
        if (limit.isFast(before, came)) found.add(new Finding(unit, DoubtRule.FAST_GROWTH, came, before, List.of()));
        return found;
    }
}
