package org.uniongrid.membership.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.membership.MemberRule;

/** The applications to join, as they are kept. */
@Repository
@Unscoped("for the desk of joining, whose matters are found for their readers, and for whoever applies")
class ApplicationBook {

    private static final String APPLICATION = """
            select a.id, a.public_id, a.person_id, p.name as person_name, a.unit_id, u.public_id as unit, u.name as unit_name,
                   a.door_id, d.label as door, a.employer_id, coalesce(e.name, a.employer) as employer, a.worker_class, a.state,
                   a.matter_id, a.leaving_id, case when a.leaves_at < 'infinity' then a.leaves_at end as leaves, a.at
            from membership.application a join people.person p on p.id = a.person_id join organisation.unit u on u.id = a.unit_id
            left join membership.door d on d.id = a.door_id left join organisation.employer e on e.id = a.employer_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    ApplicationBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A new one.
     *
     * @param employer as written, where it is not one of the register
     */
    record New(
            UUID key,
            long personId,
            long unitId,
            @Nullable Long doorId,
            @Nullable Long employerId,
            @Nullable String employer,
            String workerClass) {}

    /** Whether this form was sent before. */
    boolean isKnown(UUID key) {
        return db.sql("select exists (select from membership.application where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** Whoever sends the same form at the same time waits. */
    boolean isNew(UUID key) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(key.toString())
                .query()
                .singleRow();
        return !isKnown(key);
    }

    Application add(New it) {
        try {
            var id = db.sql("""
                            insert into membership.application (key, person_id, unit_id, scope, door_id, employer_id, employer,
                                worker_class, state, at)
                            select :key, :person, u.id, u.scope, :door, :employerId, :employer, :class, 'ASKED', :now
                            from organisation.unit u where u.id = :unit and u.scope is not null returning id
                            """)
                    .param("key", it.key())
                    .param("person", it.personId())
                    .param("unit", it.unitId())
                    .param("door", it.doorId())
                    .param("employerId", it.employerId())
                    .param("employer", it.employer())
                    .param("class", it.workerClass())
                    .param("now", now())
                    .query(Long.class)
                    .optional()
                    .orElseThrow(() -> new RuleBroken(MemberRule.UNION_IS_AT_WORK));
            return find("a.id = ?", id).orElseThrow();
        } catch (DuplicateKeyException e) {
            throw new RuleBroken(MemberRule.ONE_APPLICATION_AT_A_TIME);
        }
    }

    Optional<Application> openOf(long person) {
        return find("a.person_id = ? and a.ended_at is null", person);
    }

    Optional<Application> latestOf(long person) {
        return find("a.person_id = ? order by a.id desc limit 1", person);
    }

    Optional<Application> ofMatter(UUID matter) {
        return find("a.matter_id = ?", matter);
    }

    Optional<Application> ofLeaving(UUID matter) {
        return find("a.leaving_id = ?", matter);
    }

    private Optional<Application> find(String where, Object value) {
        return db.sql(APPLICATION + "where " + where)
                .param(value)
                .query((row, number) -> application(row))
                .optional();
    }

    void asked(Application it, UUID matter) {
        db.sql("update membership.application set matter_id = ? where id = ?")
                .params(matter, it.id())
                .update();
    }

    void leaving(Application it, UUID matter, Instant leavesAt) {
        db.sql("update membership.application set state = 'LEAVING', leaving_id = ?, leaves_at = ? where id = ?")
                .params(matter, leavesAt.atOffset(ZoneOffset.UTC), it.id())
                .update();
    }

    /** Somebody objects: it waits for a decision now, not for a day. */
    void objected(Application it) {
        db.sql("update membership.application set leaves_at = 'infinity' where id = ?")
                .param(it.id())
                .update();
    }

    void end(Application it, Application.State state) {
        db.sql("update membership.application set state = ?, ended_at = ? where id = ? and ended_at is null")
                .params(state.name(), now(), it.id())
                .update();
    }

    /** The matters of those whose days are over. */
    List<UUID> due(int most) {
        return db.sql("""
                        select leaving_id from membership.application where state = 'LEAVING' and leaves_at <= ?
                        order by leaves_at, id limit ?
                        """).params(now(), most).query(UUID.class).list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Application application(ResultSet row) throws SQLException {
        var leaves = row.getObject("leaves", OffsetDateTime.class);
        return new Application(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getLong("person_id"),
                row.getString("person_name"),
                row.getLong("unit_id"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                row.getObject("door_id", Long.class),
                row.getString("door"),
                row.getObject("employer_id", Long.class),
                row.getString("employer"),
                row.getString("worker_class"),
                Application.State.valueOf(row.getString("state")),
                row.getObject("matter_id", UUID.class),
                row.getObject("leaving_id", UUID.class),
                leaves == null ? null : leaves.toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
