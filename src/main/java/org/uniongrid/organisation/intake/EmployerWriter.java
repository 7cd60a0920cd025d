package org.uniongrid.organisation.intake;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.SearchText;
import tools.jackson.databind.json.JsonMapper;

/** Writes many employers at once: one statement for each thousand, since rows one by one would take minutes. */
@Component
class EmployerWriter {

    private static final int BATCH = 1_000;

    /** The columns of {@link Row} as the statements below read them. */
    private static final String ROWS = """
            jsonb_to_recordset(:batch::jsonb) as r(id bigint, "uscc" text, "usccAccepted" text, name text, search text,
                ownership text, industry text, staff int, women int, division text, address text, lng numeric, lat numeric,
                "foundedOn" date, origin text, party text, "unionId" bigint)
            """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    EmployerWriter(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** A row of the register; the union is the one that is about to cover a new employer. */
    record Row(
            long id,
            @Nullable String uscc,
            @Nullable String usccAccepted,
            String name,
            String search,
            @Nullable String ownership,
            @Nullable String industry,
            @Nullable Integer staff,
            @Nullable Integer women,
            @Nullable String division,
            @Nullable String address,
            @Nullable BigDecimal lng,
            @Nullable BigDecimal lat,
            @Nullable String foundedOn,
            @Nullable String origin,
            @Nullable String party,
            @Nullable Long unionId) {

        static Row of(long id, EmployerEntry entry, @Nullable Long unionId) {
            var facts = entry.facts();
            return new Row(
                    id,
                    entry.uscc(),
                    facts.usccAccepted(),
                    facts.name(),
                    SearchText.of(facts.name(), entry.uscc()),
                    facts.ownership(),
                    facts.industry(),
                    facts.staff(),
                    facts.women(),
                    facts.division(),
                    facts.address(),
                    facts.lng(),
                    facts.lat(),
                    facts.foundedOn() == null ? null : facts.foundedOn().toString(),
                    facts.origin(),
                    facts.party(),
                    unionId);
        }
    }

    /** How many of an employer's staff were insured at the end of a year. */
    record Insured(long employerId, int year, int count) {

        static Insured of(long employerId, EmployerEntry.Insured insured) {
            return new Insured(employerId, insured.year(), insured.count());
        }
    }

    /** A union that covers an employer from today. */
    record NewCover(long employerId, long unitId, String mode) {}

    @Unscoped("reserves numbers, reads no row")
    List<Long> employerIds(int count) {
        return db.sql(
                        "select nextval(pg_get_serial_sequence('organisation.employer', 'id')) from generate_series(1, ?)")
                .param(count)
                .query(Long.class)
                .list();
    }

    /** No unit moves until these employers stand at theirs. */
    @Unscoped("takes a lock, reads no row")
    void holdTree() {
        db.sql("select pg_advisory_xact_lock_shared(hashtext('organisation.place'))")
                .query((row, _) -> Objects.requireNonNullElse(row.getString(1), ""))
                .list();
    }

    /** With the union that will cover each: so a row is written once, and its cover finds it in place. */
    void insert(List<Row> employers) {
        write(employers, """
                insert into organisation.employer (id, uscc, uscc_accepted, name, search, ownership, industry, staff, women,
                    division, address, lng, lat, founded_on, origin, party, union_id, scope)
                select r.id, r.uscc, r."usccAccepted", r.name, r.search::tsvector, r.ownership, r.industry, r.staff, r.women,
                    r.division, r.address, r.lng, r.lat, r."foundedOn", r.origin, r.party,
                    u.id, u.scope
                from\s""" + ROWS + " left join organisation.unit u on u.id = r.\"unionId\" and u.scope is not null");
    }

    /** Writes what a list says of employers that are known already. */
    void update(List<Row> employers) {
        write(employers, """
                update organisation.employer e set name = r.name, search = r.search::tsvector,
                    uscc_accepted = r."usccAccepted", ownership = r.ownership, industry = r.industry, staff = r.staff,
                    women = r.women, division = r.division, address = r.address, lng = r.lng, lat = r.lat,
                    founded_on = r."foundedOn", origin = r.origin, party = r.party
                from\s""" + ROWS + " where e.id = r.id");
    }

    void insure(List<Insured> insured) {
        write(insured, """
                insert into organisation.employer_insured (employer_id, year, insured)
                select r."employerId", r.year, r.count
                from jsonb_to_recordset(:batch::jsonb) as r("employerId" bigint, year int, count int)
                on conflict (employer_id, year) do update set insured = excluded.insured
                """);
    }

    /** From today on these are not in business. */
    void suspend(List<Long> employers) {
        write(employers, """
                insert into organisation.employer_state (employer_id, state, during, reason)
                select r.id::bigint, 'SUSPENDED', daterange('%s', null), '名册导入'
                from jsonb_array_elements_text(:batch::jsonb) as r(id)
                """.formatted(LocalDate.now(clock)));
    }

    /** From today on these are in business again; what began only today was never so. */
    void resume(List<Long> employers) {
        write(employers, """
                with again as (select r.id::bigint from jsonb_array_elements_text(:batch::jsonb) as r(id)),
                     taken_back as (
                    delete from organisation.employer_state s using again
                    where s.employer_id = again.id and upper_inf(s.during) and lower(s.during) >= '%1$s')
                update organisation.employer_state s set during = daterange(lower(s.during), '%1$s') from again
                where s.employer_id = again.id and upper_inf(s.during) and lower(s.during) < '%1$s'
                """.formatted(LocalDate.now(clock)));
    }

    void cover(List<NewCover> covers) {
        write(covers, """
                insert into organisation.cover (employer_id, unit_id, mode, during)
                select r."employerId", r."unitId", r.mode, daterange('%s', null)
                from jsonb_to_recordset(:batch::jsonb) as r("employerId" bigint, "unitId" bigint, mode text)
                """.formatted(LocalDate.now(clock)));
    }

    private void write(List<?> rows, String sql) {
        for (int from = 0; from < rows.size(); from += BATCH)
            db.sql(sql)
                    .param("batch", json.writeValueAsString(rows.subList(from, Math.min(from + BATCH, rows.size()))))
                    .update();
    }
}
