package org.uniongrid.matter.workbench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

    private static final Keyset WAITING = Keyset.ascending("matter.task", "t", "due_at", "id");
    private static final Keyset LATEST = Keyset.descending("matter.matter", "m", "id");

    private static final String SHOWN =
            "m.public_id as matter, m.kind, m.title, m.unit_name, m.asked_name, m.year, m.nr, coalesce(m.outcome, m.state) as state";

    /** What the chosen post has, or the pool of its unit. Wants {@code :kind} and {@code :holder}. */
    private static final String HELD = """
             from matter.task t join matter.matter m on m.id = t.matter_id
            where t.state = 'OPEN' and t.holder_kind = :kind and t.holder_id = (
                select case :kind when 'POST' then o.id else o.unit_id end from organisation.post o where o.public_id = :holder)
            and\s""" + Matters.VISIBLE;

    private final JdbcClient db;

    WorkList(JdbcClient db) {
        this.db = db;
    }

    /**
     * One matter.
     *
     * @param row what the list goes on from: the step that waits, or the matter
     * @param step that waits, in a list of steps
     * @param level of its clock
     * @param rule that sets its deadline
     */
    record Row(
            UUID row,
            UUID matter,
            String kind,
            String title,
            String unitName,
            String askedName,
            int year,
            int nr,
            MatterState state,
            @Nullable String step,
            @Nullable Instant dueAt,
            AlarmLevel level,
            @Nullable Rule rule) {}

    /** What sets a deadline. */
    record Rule(Measure unit, int amount, String article) {}

    Page<Row> page(Box box, Actor actor, Cursor cursor) {
        return switch (box) {
            case HELD -> tasks("POST", actor, cursor);
            case POOL -> tasks("POOL", actor, cursor);
            case ASKED -> matters("m.unit_id", actor, cursor);
            case RECEIVED -> matters("m.asked_id", actor, cursor);
        };
    }

    private Page<Row> tasks(String kind, Actor actor, Cursor cursor) {
        return WAITING.page(
                cursor,
                SIZE,
                Row::row,
                tail -> db.sql(
                                "select t.public_id as row, t.step, t.due_at, t.alarm_level, t.clock_unit, t.clock_amount, t.article, "
                                        + SHOWN + HELD + tail.sql())
                        .param("kind", kind)
                        .param("holder", post(actor))
                        .param("person", actor.personId())
                        .param("reach", Matters.reach(actor).asArray())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> row(row))
                        .list());
    }

    /** Those in which the unit of the chosen post stands on one side. */
    private Page<Row> matters(String side, Actor actor, Cursor cursor) {
        return LATEST.page(
                cursor,
                SIZE,
                Row::row,
                tail -> db.sql(
                                "select m.public_id as row, null as step, null::timestamptz as due_at, 'NONE' as alarm_level, null as clock_unit, "
                                        + SHOWN
                                        + " from matter.matter m where " + side
                                        + " = (select o.unit_id from organisation.post o where o.public_id = :post) and "
                                        + Matters.VISIBLE + tail.sql())
                        .param("post", post(actor))
                        .param("person", actor.personId())
                        .param("reach", Matters.reach(actor).asArray())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> row(row))
                        .list());
    }

    /** How much waits in a box of steps, counted up to {@value #COUNTED} and one. */
    int count(Box box, Actor actor) {
        return db.sql("select count(*) from (select 1" + HELD + " limit " + (COUNTED + 1) + ") found")
                .param("kind", box == Box.HELD ? "POST" : "POOL")
                .param("holder", post(actor))
                .param("person", actor.personId())
                .param("reach", Matters.reach(actor).asArray())
                .query(Integer.class)
                .single();
    }

    /** Nothing where nothing waits. */
    static @Nullable String counted(int found) {
        return found == 0 ? null : found > COUNTED ? COUNTED + "+" : String.valueOf(found);
    }

    private static @Nullable UUID post(Actor actor) {
        return actor.chosen() == null ? null : actor.chosen().id();
    }

    private static Row row(ResultSet row) throws SQLException {
        var due = row.getObject("due_at", OffsetDateTime.class);
        return new Row(
                row.getObject("row", UUID.class),
                row.getObject("matter", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                row.getString("unit_name"),
                row.getString("asked_name"),
                row.getInt("year"),
                row.getInt("nr"),
                MatterState.valueOf(row.getString("state")),
                row.getString("step"),
                due == null ? null : due.toInstant(),
                AlarmLevel.valueOf(row.getString("alarm_level")),
                row.getString("clock_unit") == null ? null : rule(row));
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                Measure.valueOf(row.getString("clock_unit")), row.getInt("clock_amount"), row.getString("article"));
    }
}
