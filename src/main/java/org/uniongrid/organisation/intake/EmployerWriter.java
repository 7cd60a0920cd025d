package org.uniongrid.organisation.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.SearchText;

/** Writes many employers and their cover at once. */
@Component
class EmployerWriter {

    private final NamedParameterJdbcTemplate db;
    private final Clock clock;

    EmployerWriter(NamedParameterJdbcTemplate db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** An employer about to enter the register. */
    record NewEmployer(long id, EmployerEntry entry) {}

    /** A union that covers an employer from today. */
    record NewCover(long employerId, long unitId, String mode) {}

    @Unscoped("reserves numbers, reads no row")
    List<Long> employerIds(int count) {
        return db.queryForList(
                "select nextval(pg_get_serial_sequence('organisation.employer', 'id')) from generate_series(1, :count)",
                Map.of("count", count),
                Long.class);
    }

    void insert(List<NewEmployer> employers) {
        db.batchUpdate(
                """
                insert into organisation.employer (id, uscc, name, search, ownership, industry, staff, women, division,
                    address, lng, lat)
                values (:id, :uscc, :name, :search::tsvector, :ownership, :industry, :staff, :women, :division,
                    :address, :lng, :lat)
                """,
                employers.stream()
                        .map(employer -> row(employer.id(), employer.entry()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Writes what a list says of employers that are known already. */
    void update(Map<Long, EmployerEntry> changed) {
        db.batchUpdate(
                """
                update organisation.employer set name = :name, search = :search::tsvector, ownership = :ownership,
                    industry = :industry, staff = :staff, women = :women, division = :division, address = :address,
                    lng = :lng, lat = :lat
                where id = :id
                """,
                changed.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toArray(SqlParameterSource[]::new));
    }

    void cover(List<NewCover> covers) {
        db.batchUpdate(
                """
                insert into organisation.cover (employer_id, unit_id, mode, during)
                values (:employer, :unit, :mode, daterange(:today, null))
                """,
                covers.stream()
                        .map(cover -> new MapSqlParameterSource()
                                .addValue("employer", cover.employerId())
                                .addValue("unit", cover.unitId())
                                .addValue("mode", cover.mode())
                                .addValue("today", LocalDate.now(clock)))
                        .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(long id, EmployerEntry entry) {
        var facts = entry.facts();
        return new MapSqlParameterSource()
                .addValue("id", id)
                .addValue("uscc", entry.uscc())
                .addValue("name", facts.name())
                .addValue("search", SearchText.of(facts.name(), entry.uscc()))
                .addValue("ownership", facts.ownership())
                .addValue("industry", facts.industry())
                .addValue("staff", facts.staff())
                .addValue("women", facts.women())
                .addValue("division", facts.division())
                .addValue("address", facts.address())
                .addValue("lng", facts.lng())
                .addValue("lat", facts.lat());
    }
}
