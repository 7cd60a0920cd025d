package org.uniongrid.organisation.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.uniongrid.people.Persons;

/** Enters the chairs of new unions: a person by name, the post of the chair, and the tenure from the term's start. */
@Component
class ChairWriter {

    private static final String TITLE = "主席";

    private final NamedParameterJdbcTemplate db;
    private final Persons persons;
    private final Clock clock;

    ChairWriter(NamedParameterJdbcTemplate db, Persons persons, Clock clock) {
        this.db = db;
        this.persons = persons;
        this.clock = clock;
    }

    /** Who chairs a new union. */
    record NewChair(long unitId, String name, @Nullable LocalDate since) {}

    void appoint(List<NewChair> chairs) {
        if (chairs.isEmpty()) return;
        var people = persons.addAll(chairs.stream().map(NewChair::name).toList());
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
