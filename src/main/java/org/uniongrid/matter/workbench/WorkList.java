package org.uniongrid.matter.workbench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.matter.AlarmLevel;
import org.uniongrid.matter.MatterState;
import org.uniongrid.matter.Matters;
import org.uniongrid.organisation.Measure;

/** Lists of matters: what waits, by its deadline; all else, the latest first. */
@Component
class WorkList {

    static final int SIZE = 30;

    /** Counts stop here; a list of more says so. */
    static final int COUNTED = 99;

    /** Within a reach with more parties than these, the latest of all matters are looked through; else those in it are sorted. */
    private static final int FEW = 10_000;

    private static final Keyset WAITING = Keyset.ascending("matter.task", "t", "due_at", "id");
    private static final Keyset LATEST = Keyset.descending("matter.matter", "m", "id");
    private static final Keyset TOUCHED = Keyset.descending("matter.hand", "h", "last_at", "id");

    private static final String SHOWN = """
             m.public_id as matter, m.kind, m.title, m.unit_name, m.asked_name, m.year, m.nr,\s""" + Matters.STATE + " as state";
    /** The post {@code h} that has a step, where it is not the chosen one, and its holder. */
    private static final String FOR_POST = """
            h.title || coalesce(' ' || (select p.name from organisation.tenure n join people.person p on p.id = n.person_id
                where n.post_id = h.id and n.during @> :today order by n.acting, n.id limit 1), '')
            """;

    private static final String STEP =
            "t.id, t.public_id as row, t.public_id as task, t.step, s.name as step_name, t.kind as part, " + FOR_POST
                    + " as for_post, t.due_at, t.paused_since is not null as paused, t.alarm_level, t.clock_unit, t.clock_amount, t.article,";
    private static final String NO_STEP =
            "m.public_id as row, null::uuid as task, null as step, null as step_name, null as part, null as for_post, null::timestamptz as due_at, false as paused, 'NONE' as alarm_level, null as clock_unit, null::int as clock_amount, null as article,";

    /** The chosen post, and those that it has the work of. */
    private static final String HELD = """
            select 'POST' as kind, o.id from organisation.post o where o.public_id = :post
            union all select 'POST', d.post_id from organisation.post o join matter.delegation d on d.to_post_id = o.id
                and d.during @> :today and d.ended_at is null where o.public_id = :post
            """;

    /** The pool of the unit of the chosen post, and the posts there that nobody holds any more. */
    private static final String POOL = """
            select 'POOL' as kind, o.unit_id as id from organisation.post o where o.public_id = :post
            union all select 'POST', v.id from organisation.post o join organisation.post v on v.unit_id = o.unit_id
                where o.public_id = :post and not exists (
                    select from organisation.tenure n where n.post_id = v.id and n.during @> :today)
            """;

    /** What each of them has, in the order of the index: never all of it, to be sorted. */
    private static final String STEPS = """
             from (%s) holder cross join lateral (select %s
                from matter.task t join matter.matter m on m.id = t.matter_id
                left join matter.route_step s on s.route_id = m.route_id and s.key = t.step
                left join organisation.post h on t.holder_kind = 'POST' and h.id = t.holder_id and h.public_id <> :post
                where t.state = 'OPEN' and t.holder_kind = holder.kind and t.holder_id = holder.id and
            """ + Matters.VISIBLE;

    /** A signer's word is asked of one post alone, and some steps of a role alone. */
    private static final String TAKEN = """
             and t.kind <> 'SIGN'
            and (t.role_id is null or t.role_id = (select o.role_id from organisation.post o where o.public_id = :post))
            """;

    private static final String PARTY = """
             from matter.party p join matter.matter m on m.id = p.matter_id
            where p.part = :part and p.unit_id = (select o.unit_id from organisation.post o where o.public_id = :post) and
            """ + Matters.VISIBLE;

    private static final String HAND =
            " from matter.hand h join matter.matter m on m.id = h.matter_id where h.person_id = :person and "
                    + Matters.VISIBLE;

    private static final String DRAFTS = " from matter.matter m where m.person_id = :person and m.state = 'DRAFT'";

    private static final String ALL =
            " from matter.matter m where m.state in ('OPEN', 'ANSWERED', 'CLOSED') and " + Matters.VISIBLE;

    /** The few that lie within reach, before anything else is asked of them. */
    private static final String ALL_OF_FEW = """
             from matter.matter m where m.id = any (array(
                select matter_id from matter.near(:reach)
                union select p.matter_id from matter.party p where p.person_id = :person)) and
            """ + Matters.VISIBLE;

    private final JdbcClient db;
    private final Clock clock;

    WorkList(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One matter.
     *
     * @param row what the list goes on from: the step that waits, or the matter
     * @param task public id of the step that waits, in a list of steps
     * @param step its key, and {@code stepName} as the unit calls it, where it has a name of its own
     * @param forPost title of the post whose step it is, where it is not the chosen one
     * @param part whether it is a step of the route, a signer's word or a part of the work
     */
    record Row(
            UUID row,
            UUID matter,
            String kind,
            String title,
            String unitName,
            @Nullable String askedName,
            int year,
            int nr,
            @Nullable MatterState state,
            @Nullable UUID task,
            @Nullable String step,
            @Nullable String stepName,
            @Nullable String part,
            @Nullable String forPost,
            @Nullable Instant dueAt,
            boolean paused,
            AlarmLevel level,
            @Nullable Rule rule) {}

    /** What sets a deadline: so many of these, by this article. */
    record Rule(Measure unit, int amount, String article) {}

    Page<Row> page(Box box, Narrow narrow, Actor actor, Cursor cursor) {
        return switch (box) {
            case HELD, POOL -> tasks(box, narrow, actor, cursor);
            case ASKED -> latest(PARTY, "ASKER", narrow, actor, cursor);
            case RECEIVED -> latest(PARTY, "HANDLER", narrow, actor, cursor);
            case COPIED -> latest(PARTY, "COPIED", narrow, actor, cursor);
            case DONE -> done(narrow, actor, cursor);
            case ALL -> latest(isFew(actor) ? ALL_OF_FEW : ALL, "", narrow, actor, cursor);
            case DRAFTS -> latest(DRAFTS, "", narrow, actor, cursor);
        };
    }

    private Page<Row> tasks(Box box, Narrow narrow, Actor actor, Cursor cursor) {
        var late = narrow.late() ? " and t.due_at < :now" : "";
        return WAITING.page(
                cursor,
                SIZE,
                Row::row,
                tail -> asked(
                                "select t.*" + steps(box, STEP + SHOWN) + narrow.sql() + late + tail.sql() + ") t"
                                        + tail.order() + " limit :limit",
                                narrow,
                                actor)
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> row(row))
                        .list());
    }

    private static String steps(Box box, String columns) {
        return STEPS.formatted(box == Box.HELD ? HELD : POOL, columns) + (box == Box.HELD ? "" : TAKEN);
    }

    private Page<Row> latest(String box, String part, Narrow narrow, Actor actor, Cursor cursor) {
        var late = narrow.late()
                ? " and exists (select from matter.task t where t.matter_id = m.id and t.state = 'OPEN' and t.due_at < :now)"
                : "";
        return LATEST.page(
                cursor,
                SIZE,
                Row::row,
                tail -> asked("select " + NO_STEP + SHOWN + box + narrow.sql() + late + tail.sql(), narrow, actor)
                        .param("part", part)
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> row(row))
                        .list());
    }

    private Page<Row> done(Narrow narrow, Actor actor, Cursor cursor) {
        return TOUCHED.page(
                cursor,
                SIZE,
                Row::row,
                tail -> asked(
                                "select h.public_id as row, null::uuid as task, null as step, null as step_name, null as part, null as for_post, null::timestamptz as due_at, false as paused, 'NONE' as alarm_level, null as clock_unit, null::int as clock_amount, null as article,"
                                        + SHOWN + HAND + narrow.sql() + tail.sql(),
                                narrow,
                                actor)
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> row(row))
                        .list());
    }

    private JdbcClient.StatementSpec asked(String sql, Narrow narrow, Actor actor) {
        return db.sql(sql)
                .param("post", actor.chosen() == null ? null : actor.chosen().id())
                .param("person", actor.personId())
                .param("reach", Matters.reach(actor).asArray())
                .param("today", LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock))
                .param("kind", narrow.kind())
                .param("state", narrow.state() == null ? null : narrow.state().name())
                .param("year", narrow.year())
                .param("nr", narrow.nr())
                .param("heldBy", narrow.post());
    }

    private boolean isFew(Actor actor) {
        return db.sql("""
                        select count(*) from (select from matter.near(:reach) limit :few) found
                        """)
                        .param("reach", Matters.reach(actor).asArray())
                        .param("few", FEW)
                        .query(Integer.class)
                        .single()
                < FEW;
    }

    /** How much waits in a box of steps, counted up to {@value #COUNTED} and one. */
    int count(Box box, Actor actor) {
        var most = " limit " + (COUNTED + 1);
        return asked(
                        "select count(*) from (select 1" + steps(box, "1") + most + ") t" + most + ") found",
                        Narrow.NOTHING,
                        actor)
                .query(Integer.class)
                .single();
    }

    /** Nothing where nothing waits. */
    static @Nullable String counted(int found) {
        return found == 0 ? null : found > COUNTED ? COUNTED + "+" : String.valueOf(found);
    }

    private static Row row(ResultSet row) throws SQLException {
        var due = row.getObject("due_at", OffsetDateTime.class);
        var state = row.getString("state");
        return new Row(
                row.getObject("row", UUID.class),
                row.getObject("matter", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                row.getString("unit_name"),
                row.getString("asked_name"),
                row.getInt("year"),
                row.getInt("nr"),
                state.equals("DRAFT") ? null : MatterState.valueOf(state),
                row.getObject("task", UUID.class),
                row.getString("step"),
                row.getString("step_name"),
                row.getString("part"),
                row.getString("for_post"),
                due == null ? null : due.toInstant(),
                row.getBoolean("paused"),
                AlarmLevel.valueOf(row.getString("alarm_level")),
                row.getString("clock_unit") == null ? null : rule(row));
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                Measure.valueOf(row.getString("clock_unit")), row.getInt("clock_amount"), row.getString("article"));
    }
}
