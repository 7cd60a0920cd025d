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
import org.uniongrid.organisation.intake.Known.KnownUnit;

/** Writes many units at once. The register knows them, their names and places from today. */
@Component
class UnitWriter {

    private final NamedParameterJdbcTemplate db;
    private final Clock clock;

    UnitWriter(NamedParameterJdbcTemplate db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Unscoped("reserves numbers, reads no row")
    List<Long> unitIds(int count) {
        return db.queryForList(
                "select nextval(pg_get_serial_sequence('organisation.unit', 'id')) from generate_series(1, :count)",
                Map.of("count", count),
                Long.class);
    }

    /** Parents before their children. */
    void insert(List<NewUnit> units) {
        var rows = units.stream().map(this::row).toArray(SqlParameterSource[]::new);
        db.batchUpdate("""
                insert into organisation.unit (id, code, category, tier, register_type, register_form, division, address,
                    founded_on, founding_way, reply_number, term_from, term_to, staff, women, members, women_members, name, search)
                values (:id, :code, :category, :tier, :registerType, :registerForm, :division, :address,
                    :foundedOn, :foundingWay, :replyNumber, :termFrom, :termTo, :staff, :women, :members, :womenMembers,
                    :name, :search::tsvector)
                """, rows);
        db.batchUpdate("""
                insert into organisation.unit_name (unit_id, name, during) values (:id, :name, daterange(:today, null))
                """, rows);
        db.batchUpdate("""
                insert into organisation.place (unit_id, line_id, parent_id, during)
                values (:id, 1, :parent, daterange(:today, null))
                """, rows);
    }

    /** Writes what a list says of units that are known already; their names and places stay. */
    void update(Map<KnownUnit, NewUnit.UnitDetails> changed) {
        db.batchUpdate(
                """
                update organisation.unit set code = :code, register_type = :registerType, register_form = :registerForm,
                    division = :division, address = :address, founded_on = :foundedOn, founding_way = :foundingWay,
                    reply_number = :replyNumber, term_from = :termFrom, term_to = :termTo, staff = :staff, women = :women,
                    members = :members, women_members = :womenMembers, search = :search::tsvector
                where id = :id
                """,
                changed.entrySet().stream()
                        .map(entry -> details(entry.getValue())
                                .addValue("id", entry.getKey().id())
                                .addValue("search", search(entry.getKey().name(), entry.getValue())))
                        .toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource row(NewUnit unit) {
        return details(unit.details())
                .addValue("id", unit.id())
                .addValue("parent", unit.parentId())
                .addValue("name", unit.name())
                .addValue("category", unit.category().name())
                .addValue("tier", unit.tier() == null ? null : unit.tier().name())
                .addValue("search", search(unit.name(), unit.details()))
                .addValue("today", LocalDate.now(clock));
    }

    private static String search(String name, NewUnit.UnitDetails details) {
        return SearchText.of(name, details.code());
    }

    private static MapSqlParameterSource details(NewUnit.UnitDetails details) {
        return new MapSqlParameterSource()
                .addValue("code", details.code())
                .addValue("registerType", details.registerType())
                .addValue("registerForm", details.registerForm())
                .addValue("division", details.division())
                .addValue("address", details.address())
                .addValue("foundedOn", details.foundedOn())
                .addValue("foundingWay", details.foundingWay())
                .addValue("replyNumber", details.replyNumber())
                .addValue("termFrom", details.termFrom())
                .addValue("termTo", details.termTo())
                .addValue("staff", details.staff())
                .addValue("women", details.women())
                .addValue("members", details.members())
                .addValue("womenMembers", details.womenMembers());
    }
}
