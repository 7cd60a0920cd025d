package org.uniongrid.structure.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.DatedFacts;
import org.uniongrid.structure.UnitEvent;
import org.uniongrid.web.Said;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Changes that were decided. Whoever reaches their ground with all below it sees them. */
@Component
class Changes {

    static final String COLUMNS = """
            c.id, c.public_id, c.kind, c.state, c.effective_on, c.subject, c.subject_name, c.reason, c.paper, c.lines,
            c.person_name, c.created_at, c.undone_at, c.undone_by, c.undone_for
            """;

    /** The ground stands within reach, or it was dissolved and rests there. A reach of single units sees no change. */
    static final String WITHIN = """
            exists (select from organisation.unit g where g.id = c.ground_id
                and organisation.sees(:below, coalesce(g.scope, organisation.rest_scope(g.id))))
            """;

    /** Decided later, still standing, and about one of the same units. */
    private static final String NEWER = """
            c.id > :id and c.state in ('PLANNED', 'DONE') and exists (
                select from structure.change_unit a join structure.change_unit b on b.unit_id = a.unit_id
                where a.change_id = :id and b.change_id = c.id)
            """;

    private static final TypeReference<List<DatedFacts.Written>> TRACE = new TypeReference<>() {};
    private static final TypeReference<List<Said>> LINES = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Changes(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** What was ordered, and what other modules are told of it when its day has come. */
    record Planned(Order order, List<UnitEvent> events) {}

    /** A change to be entered. */
    record Entry(UUID key, Plan plan, ChangeState state, List<DatedFacts.Written> trace, List<Said> lines) {}

    /** Only subtrees: a change shows names of what stands below its ground. */
    static String[] below(Reach reach) {
        return Arrays.stream(reach.asArray())
                .filter(path -> path.startsWith("/"))
                .toArray(String[]::new);
    }

    Decided find(UUID id, Reach reach) {
        return db.sql("select " + COLUMNS + " from structure.change c where c.public_id = :id and " + WITHIN)
                .param("id", id)
                .param("below", below(reach))
                .query(this::decided)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No change " + id));
    }

    /** The change that this form has made already. */
    Optional<UUID> byKey(UUID key, Actor actor) {
        return db.sql(
                        "select public_id from structure.change where key = :key and person_id is not distinct from :person")
                .param("key", key)
                .param("person", personOf(actor), Types.BIGINT)
                .query(UUID.class)
                .optional();
    }

    private static @Nullable Long personOf(Actor actor) {
        return actor.personId() == 0 ? null : (Long) actor.personId();
    }

    UUID add(Actor actor, Entry entry) {
        var plan = entry.plan();
        var order = plan.order();
        var id = UUID.randomUUID();
        db.sql("""
                        with change as (
                            insert into structure.change (public_id, key, kind, state, effective_on, ground_id, subject,
                                subject_name, reason, paper, plan, trace, lines, person_id, person_name, created_at)
                            values (:id, :key, :kind, :state, :day, :ground, :subject, :name, :reason, :paper, :plan::jsonb,
                                :trace::jsonb, :lines::jsonb, :person, :personName, :now)
                            returning id)
                        insert into structure.change_unit (change_id, unit_id)
                        select change.id, u from change, unnest(:units::bigint[]) as u
                        """)
                .param("id", id)
                .param("key", entry.key())
                .param("kind", order.change().kind().name())
                .param("state", entry.state().name())
                .param("day", order.day())
                .param("ground", Account.ground(plan))
                .param("subject", plan.subject().publicId())
                .param("name", subjectName(plan))
                .param("reason", order.reason())
                .param("paper", order.paper())
                .param("plan", json.writeValueAsString(new Planned(order, Account.events(plan))))
                .param("trace", json.writeValueAsString(entry.trace()))
                .param("lines", json.writeValueAsString(entry.lines()))
                .param("person", personOf(actor))
                .param("personName", actor.name())
                .param("now", now())
                .param("units", plan.touched().toArray(Long[]::new))
                .update();
        return id;
    }

    static String subjectName(Plan plan) {
        return plan.order().change() instanceof Change.Create create
                ? create.union().name()
                : plan.subject().name();
    }

    List<DatedFacts.Written> trace(Decided change) {
        return json.readValue(
                db.sql("select trace::text from structure.change where id = ?")
                        .param(change.id())
                        .query(String.class)
                        .single(),
                TRACE);
    }

    /** Whether nothing decided later touches one of the same units and still stands. */
    boolean isLatest(Decided change) {
        return db.sql("select not exists (select from structure.change c where " + NEWER + ")")
                .param("id", change.id())
                .query(Boolean.class)
                .single();
    }

    /** Those that touch one of the same units and still stand; of one out of reach only that there is one. */
    List<Optional<Decided>> newer(Decided change, Reach reach) {
        return db
                .sql("select " + COLUMNS + ", " + WITHIN + " as within from structure.change c where " + NEWER
                        + " order by c.id desc limit 5")
                .param("id", change.id())
                .param("below", below(reach))
                .query((row, number) ->
                        row.getBoolean("within") ? Optional.of(decided(row, number)) : Optional.<Decided>empty())
                .list()
                .stream()
                .distinct()
                .toList();
    }

    void takeBack(Decided change, Actor actor, String reason) {
        db.sql("""
                        update structure.change set state = :state, undone_at = :now, undone_by = :name, undone_for = :reason
                        where id = :id
                        """)
                .param("state", change.state().takenBack().name())
                .param("now", now())
                .param("name", actor.name())
                .param("reason", reason)
                .param("id", change.id())
                .update();
    }

    /** Planned ones whose day has come, oldest first; each for one process only. */
    @Unscoped("a job lets them take effect and shows nothing")
    List<Due> due(LocalDate today) {
        return db.sql("""
                        select id, plan::text as plan, trace::text as trace from structure.change
                        where state = 'PLANNED' and effective_on <= :today order by effective_on, id for update skip locked
                        """)
                .param("today", today)
                .query((row, number) -> new Due(
                        row.getLong("id"),
                        json.readValue(row.getString("plan"), Planned.class),
                        json.readValue(row.getString("trace"), TRACE)))
                .list();
    }

    /** A planned change whose day has come. */
    record Due(long id, Planned planned, List<DatedFacts.Written> trace) {}

    void done(Due due, List<DatedFacts.Written> trace) {
        db.sql("update structure.change set state = 'DONE', trace = ?::jsonb where id = ?")
                .params(json.writeValueAsString(trace), due.id())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    Decided decided(ResultSet row, int number) throws SQLException {
        return new Decided(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                ChangeKind.valueOf(row.getString("kind")),
                ChangeState.valueOf(row.getString("state")),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("subject", UUID.class),
                row.getString("subject_name"),
                row.getString("reason"),
                row.getString("paper"),
                json.readValue(row.getString("lines"), LINES),
                row.getString("person_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                moment(row.getObject("undone_at", OffsetDateTime.class)),
                row.getString("undone_by"),
                row.getString("undone_for"));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
