package org.uniongrid.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** Keeps the name that stands with a unit, and what it is found by, the one of today. */
@Component
@Unscoped("gives out nothing of what it reads")
class UnitNames {

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    UnitNames(JdbcClient db, NamedParameterJdbcTemplate batch, Clock clock) {
        this.db = db;
        this.batch = batch;
        this.clock = clock;
    }

    private record Stale(long id, String name, @Nullable String code) {}

    /** Of all units; writes only where another name has come. */
    void refresh() {
        refresh("true", List.of());
    }

    void refresh(Collection<Long> units) {
        refresh("u.id = any (:units)", units);
    }

    private void refresh(String which, Collection<Long> units) {
        var stale = db.sql("""
                        select u.id, n.name, u.code from organisation.unit_name n
                        join organisation.unit u on u.id = n.unit_id
                        where n.during @> :today and n.name <> u.name and """ + " " + which)
                .param("today", LocalDate.now(clock))
                .param("units", units.toArray(Long[]::new))
                .query(Stale.class)
                .list();
        batch.batchUpdate(
                "update organisation.unit set name = :name, search = :search::tsvector where id = :id",
                stale.stream()
                        .map(one -> new MapSqlParameterSource()
                                .addValue("id", one.id())
                                .addValue("name", one.name())
                                .addValue("search", SearchText.of(one.name(), one.code())))
                        .toArray(SqlParameterSource[]::new));
    }
}
