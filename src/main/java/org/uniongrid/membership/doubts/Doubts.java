package org.uniongrid.membership.doubts;

import static org.uniongrid.membership.DoubtSight.SEEN;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/** Doubts as they are read: a union sees its own at once, the unions above once they were passed up. */
@Repository
class Doubts {

    static final int SIZE = 25;
    private static final int MOST = 200;
    private static final Keyset LATEST = Keyset.descending("membership.doubt", "d", "id");

    private static final String DOUBT = """
            select d.id, d.public_id, d.unit_id, u.public_id as unit, u.name as unit_name, organisation.rest_scope(u.id) as scope, d.rule, d.state,
                d.members, d.measure, d.first_seen, least(d.due_on, '9999-12-31') as due_on, d.passed_at, d.ended_at,
                exists (select from membership.doubt_event v where v.doubt_id = d.id and v.what = 'SENT_BACK') as returned
            from membership.doubt d join organisation.unit u on u.id = d.unit_id
            """;

    private final JdbcClient db;

    Doubts(JdbcClient db) {
        this.db = db;
    }

    /**
     * One of them.
     *
     * @param dueOn the day from which on the unions above see it; far off once they do
     * @param returned whether it was sent back already, which is done once
     */
    public record Doubt(
            long id,
            UUID publicId,
            long unitId,
            UUID unit,
            String unitName,
            Scope scope,
            DoubtRule rule,
            DoubtState state,
            int members,
            int measure,
            Instant firstSeen,
            LocalDate dueOn,
            @Nullable Instant passedAt,
            @Nullable Instant endedAt,
            boolean returned) {

        public boolean isOpen() {
            return endedAt == null;
        }

        /** Whether the unions above have it. */
        public boolean isAbove() {
            return passedAt != null && state != DoubtState.SENT_BACK;
        }

        /** Message key of what was found, with members and measure. */
        public String found() {
            return rule.key() + ".found";
        }
    }

    /** The latest first. */
    Page<Doubt> page(Reach reach, boolean ended, Cursor cursor) {
        return page(reach, ended, cursor, SIZE);
    }

    Page<Doubt> page(Reach reach, boolean ended, Cursor cursor, int size) {
        return LATEST.page(
                cursor,
                size,
                Doubt::publicId,
                tail -> db.sql(DOUBT + " where d.ended_at is " + (ended ? "not null" : "null") + " and " + SEEN
                                + tail.sql())
                        .param("reach", reach.asArray())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> doubt(row))
                        .list());
    }

    /** How many there are, all of them counted. */
    long count(Reach reach, boolean ended) {
        return db.sql("select count(*) from membership.doubt d join organisation.unit u on u.id = d.unit_id"
                        + " where d.ended_at is " + (ended ? "not null" : "null") + " and " + SEEN)
                .param("reach", reach.asArray())
                .query(Long.class)
                .single();
    }

    /** @throws NoSuchElementException where there is none within reach, or none yet */
    Doubt find(UUID id, Reach reach) {
        return db.sql(DOUBT + " where d.public_id = :id and " + SEEN)
                .param("id", id)
                .param("reach", reach.asArray())
                .query((row, number) -> doubt(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No doubt " + id));
    }

    /** Whom it is about. */
    record Member(UUID person, String name) {}

    @Unscoped("of a doubt that was found within reach")
    List<Member> members(Doubt doubt) {
        return db.sql("""
                        select p.public_id as person, p.name from membership.doubt_stay a
                        join membership.stay s on s.id = a.stay_id join people.person p on p.id = s.person_id
                        where a.doubt_id = ? order by a.stay_id limit ?
                        """).params(doubt.id(), MOST).query(Member.class).list();
    }

    /** @param by who said it; null for the job */
    record Event(
            Instant at,
            String what,
            @Nullable String words,
            @Nullable String by) {

        public String key() {
            return "doubt.event." + what.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Unscoped("of a doubt that was found within reach")
    List<Event> history(Doubt doubt) {
        return db.sql("select at, what, words, by_name from membership.doubt_event where doubt_id = ? order by id")
                .param(doubt.id())
                .query((row, number) -> new Event(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("what"),
                        row.getString("words"),
                        row.getString("by_name")))
                .list();
    }

    private static Doubt doubt(ResultSet row) throws SQLException {
        return new Doubt(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getLong("unit_id"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                new Scope(row.getString("scope")),
                DoubtRule.valueOf(row.getString("rule")),
                DoubtState.valueOf(row.getString("state")),
                row.getInt("members"),
                row.getInt("measure"),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                instant(row, "passed_at"),
                instant(row, "ended_at"),
                row.getBoolean("returned"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
