package org.uniongrid.matter.workbench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
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

    private static final String SHOWN = """
             m.public_id as matter, m.kind, m.title, case when m.unit_id is null and m.state <> 'DRAFT' then m.person_name else m.unit_name end as unit_name, m.asked_name, m.year, m.nr,\s""" + Matters.STATE + " as state";
    /** The post {@code h} that has a step, where it is not the chosen one, and its holder. */
    private static final String FOR_POST = """
            h.title || coalesce(' ' || (select p.name from organisation.tenure n join people.person p on p.id = n.person_id
                where n.post_id = h.id and n.during @> :today order by n.acting, n.id limit 1), '')
            """;

    private static final String STEP =
            "t.id, t.public_id as row, t.public_id as task, t.step, s.name as step_name, t.kind as part, " + FOR_POST
                    + " as for_post, t.due_at, t.paused_since is not null as paused, t.alarm_level, t.clock_unit, t.clock_amount, t.article,";
    private static final String NO_STEP =
            "null::uuid as task, null as step, null as step_name, null as part, null as for_post, null::timestamptz as due_at, false as paused, 'NONE' as alarm_level, null as clock_unit, null::int as clock_amount, null as article,";

    private final Boxes boxes;

    WorkList(Boxes boxes) {
        this.boxes = boxes;
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
        var asked = new Boxes.Asked(box, narrow, actor);
        return Boxes.order(box)
                .page(
                        cursor,
                        SIZE,
                        Row::row,
                        tail -> boxes.rows(asked, columns(box) + SHOWN, tail)
                                .query((row, number) -> row(row))
                                .list());
    }

    private static String columns(Box box) {
        return switch (box) {
            case HELD, POOL -> STEP;
            case DONE -> "h.public_id as row, " + NO_STEP;
            case ASKED, RECEIVED, COPIED, ALL, DRAFTS -> "m.public_id as row, " + NO_STEP;
        };
    }

    /** How much waits in a box of steps, counted up to {@value #COUNTED} and one. */
    int count(Box box, Actor actor) {
        return boxes.count(new Boxes.Asked(box, Narrow.NOTHING, actor), COUNTED + 1);
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
