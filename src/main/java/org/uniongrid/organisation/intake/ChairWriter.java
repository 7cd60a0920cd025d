package org.uniongrid.organisation.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.uniongrid.people.Identities;
import org.uniongrid.people.Persons;

/** Enters the chairs of new unions: a person, the post of the chair, and the tenure from the term's start. */
@Component
class ChairWriter {

    private static final String TITLE = "主席";

    private final NamedParameterJdbcTemplate db;
    private final Persons persons;
    private final Identities identities;
    private final Clock clock;

    ChairWriter(NamedParameterJdbcTemplate db, Persons persons, Identities identities, Clock clock) {
        this.db = db;
        this.persons = persons;
        this.identities = identities;
        this.clock = clock;
    }

    /** Who chairs a new union. */
    record NewChair(long unitId, ChairEntry who, @Nullable LocalDate since) {}

    void write(List<NewChair> chairs, PlannedChairs plan) {
        var people = people(chairs, plan);
        appoint(chairs, people);
        // the same person may chair several: what the last row says of them stands
        var numbers = new LinkedHashMap<Object, Identities.Entry>();
        for (int i = 0; i < chairs.size(); i++)
            plan.ofNew(chairs.get(i).who(), people.get(i)).forEach(entry -> numbers.put(key(entry), entry));
        plan.ofThere().forEach(entry -> numbers.put(key(entry), entry));
        identities.keepAll(numbers.values());
    }

    private static Object key(Identities.Entry entry) {
        return List.of(entry.personId(), entry.field());
    }

    /** In the order of the chairs: those who are known, and one new person for each identity number or else each row. */
    private List<Long> people(List<NewChair> chairs, PlannedChairs plan) {
        var fresh = new LinkedHashMap<Object, String>();
        for (var chair : chairs)
            if (plan.person(chair.who()) == null)
                fresh.putIfAbsent(self(chair), chair.who().name());
        var ids = persons.addAll(List.copyOf(fresh.values())).iterator();
        var made = new HashMap<Object, Long>();
        fresh.keySet().forEach(self -> made.put(self, ids.next()));
        return chairs.stream()
                .map(chair -> Objects.requireNonNullElseGet(
                        plan.person(chair.who()), () -> Objects.requireNonNull(made.get(self(chair)))))
                .toList();
    }

    private static Object self(NewChair chair) {
        return Objects.requireNonNullElse(chair.who().idNumber(), chair.unitId());
    }

    private void appoint(List<NewChair> chairs, List<Long> people) {
        if (chairs.isEmpty()) return;
        var today = LocalDate.now(clock);
        var rows = new ArrayList<SqlParameterSource>();
        for (int i = 0; i < chairs.size(); i++) {
            var since = chairs.get(i).since();
            rows.add(new MapSqlParameterSource()
                    .addValue("unit", chairs.get(i).unitId())
                    .addValue("person", people.get(i))
                    .addValue("title", TITLE)
                    .addValue("since", since == null || since.isAfter(today) ? today : since));
        }
        db.batchUpdate("""
                with chair as (
                    insert into organisation.post (unit_id, role_id, cell_wide, title)
                    select :unit, id, cell_wide, :title from organisation.role where key = 'union-chair' returning id)
                insert into organisation.tenure (post_id, person_id, during)
                select id, :person, daterange(:since, null) from chair
                """, rows.toArray(SqlParameterSource[]::new));
    }
}
