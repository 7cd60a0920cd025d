package org.uniongrid.membership.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.Profile;
import org.uniongrid.people.Profiles;

/** Reports as they are read, and their rows. */
@Repository
class Reports {

    static final int SIZE = 20;
    private static final int SHOWN = 200;

    private static final Keyset LATEST = Keyset.descending("membership.report", "r", "id");
    private static final String REPORT = """
            select r.id, r.public_id, r.number, u.public_id as unit, u.name as unit_name, organisation.rest_scope(u.id) as scope, r.state, r.size,
                r.made_at, r.made_by_name, r.reported_on, r.receipt
            from membership.report r join organisation.unit u on u.id = r.unit_id
            """;

    private final JdbcClient db;
    private final Profiles profiles;

    Reports(JdbcClient db, Profiles profiles) {
        this.db = db;
        this.profiles = profiles;
    }

    /** The latest first. */
    Page<Report> page(Reach reach, Cursor cursor) {
        return LATEST.page(
                cursor,
                SIZE,
                Report::publicId,
                tail -> db.sql(REPORT + " where organisation.sees(:reach, organisation.rest_scope(u.id))" + tail.sql())
                        .param("reach", reach.asArray())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> report(row))
                        .list());
    }

    /** @throws NoSuchElementException where there is none within reach */
    Report find(UUID id, Reach reach) {
        return db.sql(REPORT + " where r.public_id = :id and organisation.sees(:reach, organisation.rest_scope(u.id))")
                .param("id", id)
                .param("reach", reach.asArray())
                .query((row, number) -> report(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No report " + id));
    }

    /** One member as the roll above has it. */
    record Line(
            UUID stay,
            long personId,
            String name,
            String unitName,
            @Nullable String unitCode,
            @Nullable String employer,
            @Nullable String employerCode,
            String state,
            LocalDate since,
            @Nullable LocalDate until,
            Profile profile) {}

    private record Bare(
            UUID stay,
            long personId,
            String name,
            String unitName,
            @Nullable String unitCode,
            @Nullable String employer,
            @Nullable String employerCode,
            String state,
            LocalDate since,
            @Nullable LocalDate until) {}

    @Unscoped("of a report that was found within reach")
    List<Line> lines(Report report, @Nullable UUID after, int most) {
        var bare = db.sql("""
                        select s.public_id as stay, p.id as person_id, p.name, u.name as unit_name, u.code as unit_code, e.name as employer,
                            e.uscc as employer_code, s.state, s.since, s.until
                        from membership.report_row r join membership.stay s on s.id = r.stay_id
                        join people.person p on p.id = s.person_id join organisation.unit u on u.id = s.unit_id
                        left join organisation.employer e on e.id = s.employer_id
                        where r.report_id = :report
                          and r.stay_id > coalesce((select id from membership.stay where public_id = :after::uuid), 0)
                        order by r.stay_id limit :most
                        """)
                .param("report", report.id())
                .param("after", after)
                .param("most", most)
                .query(Bare.class)
                .list();
        var said = profiles.of(bare.stream().map(Bare::personId).toList());
        return bare.stream()
                .map(one -> new Line(
                        one.stay(),
                        one.personId(),
                        one.name(),
                        one.unitName(),
                        one.unitCode(),
                        one.employer(),
                        one.employerCode(),
                        one.state(),
                        one.since(),
                        one.until(),
                        said.getOrDefault(one.personId(), Profile.UNKNOWN)))
                .toList();
    }

    /**
     * Somebody whom the roll above did not take.
     *
     * @param refused why, in its words
     */
    record Refused(UUID person, String name, String unitName, String refused) {}

    /** Of those who are in reach now: whoever has gone elsewhere is told of there. */
    List<Refused> refused(Report report, Reach reach) {
        return db.sql("""
                        select p.public_id as person, p.name, u.name as unit_name, r.refused
                        from membership.report_row r join membership.stay s on s.id = r.stay_id
                        join people.person p on p.id = s.person_id join organisation.unit u on u.id = s.unit_id
                        where r.report_id = :report and r.refused is not null and organisation.sees(:reach, s.scope)
                        order by r.stay_id limit :most
                        """)
                .param("report", report.id())
                .param("reach", reach.asArray())
                .param("most", SHOWN)
                .query(Refused.class)
                .list();
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("number"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                new Scope(row.getString("scope")),
                Report.State.valueOf(row.getString("state")),
                row.getInt("size"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by_name"),
                row.getObject("reported_on", LocalDate.class),
                row.getString("receipt"));
    }
}
