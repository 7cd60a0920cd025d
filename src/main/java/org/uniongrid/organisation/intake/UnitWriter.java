package org.uniongrid.organisation.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** Parameters of a statement take more memory than the units they are of. */
    private static final int BATCH = 1_000;

    private final NamedParameterJdbcTemplate db;
    private final Clock clock;

    UnitWriter(NamedParameterJdbcTemplate db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A unit that is known already, and what the register will say of it. */
    record Changed(KnownUnit unit, NewUnit.UnitDetails details, RegisterFacts more) {}

    @Unscoped("reserves numbers, reads no row")
    List<Long> unitIds(int count) {
        return db.queryForList(
                "select nextval(pg_get_serial_sequence('organisation.unit', 'id')) from generate_series(1, :count)",
                Map.of("count", count),
                Long.class);
    }

    /** Parents before their children. */
    void insert(List<NewUnit> units) {
        write(units, this::row, """
                insert into organisation.unit (id, code, category, tier, register_type, register_form, division, address,
                    founded_on, founding_way, reply_number, term_from, term_to, staff, women, members, women_members, uscc, prepared_on,
                    full_time_cadres, part_time_cadres, migrants, hardship, has_seal, legal_person_until, has_congress,
                    opens_affairs, has_contract, in_mutual_aid, member_cards, home_star, industry, ownership, name, search)
                values (:id, :code, :category, :tier, :registerType, :registerForm, :division, :address,
                    :foundedOn, :foundingWay, :replyNumber, :termFrom, :termTo, :staff, :women, :members, :womenMembers,
                    :uscc, :preparedOn, :fullTimeCadres, :partTimeCadres, :migrants, :hardship, :hasSeal, :legalPersonUntil,
                    :hasCongress, :opensAffairs, :hasContract, :inMutualAid, :memberCards, :homeStar, :industry, :ownership,
                    :name, :search::tsvector)
                """);
        write(units, this::row, """
                insert into organisation.unit_name (unit_id, name, during) values (:id, :name, daterange(:today, null))
                """);
        write(units, this::row, """
                insert into organisation.place (unit_id, line_id, parent_id, during)
                values (:id, 1, :parent, daterange(:today, null))
                """);
    }

    /** Writes what a list says of units that are known already; their names and places stay. */
    void update(List<Changed> changed) {
        write(changed, UnitWriter::row, """
                update organisation.unit set code = :code, register_type = :registerType, register_form = :registerForm,
                    division = :division, address = :address, founded_on = :foundedOn, founding_way = :foundingWay,
                    reply_number = :replyNumber, term_from = :termFrom, term_to = :termTo, staff = :staff, women = :women,
                    members = :members, women_members = :womenMembers, uscc = :uscc, prepared_on = :preparedOn,
                    full_time_cadres = :fullTimeCadres, part_time_cadres = :partTimeCadres, migrants = :migrants,
                    hardship = :hardship, has_seal = :hasSeal, legal_person_until = :legalPersonUntil,
                    has_congress = :hasCongress, opens_affairs = :opensAffairs, has_contract = :hasContract,
                    in_mutual_aid = :inMutualAid, member_cards = :memberCards, home_star = :homeStar,
                    industry = :industry, ownership = :ownership, search = :search::tsvector
                where id = :id
                """);
    }

    private <T> void write(List<T> all, Function<T, SqlParameterSource> row, String sql) {
        for (int from = 0; from < all.size(); from += BATCH)
            db.batchUpdate(
                    sql,
                    all.subList(from, Math.min(from + BATCH, all.size())).stream()
                            .map(row)
                            .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(Changed changed) {
        return facts(changed.details(), changed.more())
                .addValue("id", changed.unit().id())
                .addValue("search", search(changed.unit().name(), changed.details()));
    }

    private SqlParameterSource row(NewUnit unit) {
        return facts(unit.details(), unit.more())
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

    private static MapSqlParameterSource facts(NewUnit.UnitDetails details, RegisterFacts more) {
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
                .addValue("womenMembers", details.womenMembers())
                .addValue("uscc", more.uscc())
                .addValue("preparedOn", more.preparedOn())
                .addValue("fullTimeCadres", more.fullTimeCadres())
                .addValue("partTimeCadres", more.partTimeCadres())
                .addValue("migrants", more.migrants())
                .addValue("hardship", more.hardship())
                .addValue("hasSeal", more.hasSeal())
                .addValue("legalPersonUntil", more.legalPersonUntil())
                .addValue("hasCongress", more.hasCongress())
                .addValue("opensAffairs", more.opensAffairs())
                .addValue("hasContract", more.hasContract())
                .addValue("inMutualAid", more.inMutualAid())
                .addValue("memberCards", more.memberCards())
                .addValue("homeStar", more.homeStar())
                .addValue("industry", more.industry())
                .addValue("ownership", more.ownership());
    }
}
