package org.uniongrid.matter.workbench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportColumn;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.matter.MatterState;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.WhoseList;
import org.uniongrid.web.Say;

/** A box of matters as a workbook: the rows of its list, in its order, narrowed down as it is. */
@Component
class MatterExport implements ExportKind {

    static final String KEY = "matters";

    private static final int BATCH = 500;

    /** More than one sheet holds: how many more need not be counted. */
    private static final int MOST = 1_000_001;

    private static final String SHOWN = """
             m.title, m.kind, case when m.unit_id is null then m.person_name else m.unit_name end as unit_name, m.asked_name, m.year, m.nr, m.opened_at, coalesce(m.answered_at, m.closed_at) as ended_at,
             """ + Matters.STATE + " as state";

    private static final String NEXT_DUE =
            "(select nullif(min(t.due_at), 'infinity') from matter.task t where t.matter_id = m.id and t.state = 'OPEN') as due_at,";

    private final Boxes boxes;
    private final WhoseList whose;

    MatterExport(Boxes boxes, WhoseList whose) {
        this.boxes = boxes;
        this.whose = whose;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String permission() {
        return Matters.READ;
    }

    /** A title says what somebody asks for, often with their name. */
    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public List<ExportColumn> columns() {
        return List.of(
                new ExportColumn("number", "matter.export.number"),
                new ExportColumn("kind", "matter.filter.kind"),
                new ExportColumn("title", "matter.column.what"),
                new ExportColumn("from", "matter.column.from"),
                new ExportColumn("to", "matter.column.to"),
                new ExportColumn("state", "matter.column.state"),
                new ExportColumn("opened", "matter.export.opened"),
                new ExportColumn("due", "matter.column.due"),
                new ExportColumn("ended", "matter.export.ended"));
    }

    /** The unit of the post whose list it is. */
    @Override
    public Unit unit(ExportAsked asked, Actor actor) {
        box(asked);
        return whose.of(actor);
    }

    private static Box box(ExportAsked asked) {
        var box = Box.at(asked.value("box"));
        if (box == Box.DRAFTS) throw new NoSuchElementException("drafts are nobody's but their writer's");
        return box;
    }

    /** The kind of matter goes by another name than on the page, since an export has a kind of its own. */
    private static Narrow narrow(ExportAsked asked) {
        return Narrow.of(
                asked.value("of"),
                asked.value("state"),
                asked.value("q"),
                asked.value("post").map(UUID::fromString),
                asked.value("late"));
    }

    private static Boxes.Asked list(ExportAsked asked, Actor actor) {
        return new Boxes.Asked(box(asked), narrow(asked), actor);
    }

    @Override
    public String words(ExportAsked asked, Actor actor, Say say) {
        var narrow = narrow(asked);
        var words = new ArrayList<String>();
        words.add(say.of(box(asked).key()));
        if (narrow.kind() != null) words.add(say.of("matter.kind." + narrow.kind()));
        if (narrow.state() != null) words.add(say.of(narrow.state().key()));
        if (!narrow.typed().isEmpty()) words.add(narrow.typed());
        if (narrow.late()) words.add(say.of("matter.filter.late"));
        if (narrow.post() != null) words.add(say.of("matter.filter.post"));
        return String.join(say.of("export.and"), words);
    }

    @Override
    public long count(ExportAsked asked, Actor actor) {
        return boxes.count(list(asked, actor), MOST);
    }

    @Override
    public List<Row> rows(ExportAsked asked, Actor actor, @Nullable UUID after, Say say) {
        var list = list(asked, actor);
        var page = Boxes.order(list.box())
                .page(
                        new Cursor(after, false),
                        BATCH,
                        Line::row,
                        tail -> boxes.rows(list, columns(list.box()), tail)
                                .query((row, number) -> line(row))
                                .list());
        var isOver = after != null && page.before() == null;
        return isOver
                ? List.of()
                : page.rows().stream()
                        .map(line -> new Row(line.row(), cells(line, asked, say)))
                        .toList();
    }

    private static String columns(Box box) {
        return switch (box) {
            case HELD, POOL -> "t.id, t.public_id as row, t.due_at," + SHOWN;
            case DONE -> "h.public_id as row, " + NEXT_DUE + SHOWN;
            case ASKED, RECEIVED, COPIED, ALL, DRAFTS -> "m.public_id as row, " + NEXT_DUE + SHOWN;
        };
    }

    private record Line(
            UUID row,
            String title,
            String kind,
            String from,
            String to,
            int year,
            int nr,
            MatterState state,
            Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt) {}

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("row", UUID.class),
                row.getString("title"),
                row.getString("kind"),
                row.getString("unit_name"),
                row.getString("asked_name"),
                row.getInt("year"),
                row.getInt("nr"),
                MatterState.valueOf(row.getString("state")),
                Objects.requireNonNull(instant(row, "opened_at")),
                instant(row, "due_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private static List<String> cells(Line line, ExportAsked asked, Say say) {
        return asked.columns().stream().map(column -> cell(line, column, say)).toList();
    }

    private static String cell(Line line, String column, Say say) {
        return switch (column) {
            case "number" -> say.of("matter.number", Integer.toString(line.year()), Integer.toString(line.nr()));
            case "kind" -> say.of("matter.kind." + line.kind());
            case "title" -> line.title();
            case "from" -> line.from();
            case "to" -> line.to();
            case "state" -> say.of(line.state().key());
            case "opened" -> say.time(line.openedAt());
            case "due" -> line.dueAt() == null ? "" : say.time(line.dueAt());
            case "ended" -> line.endedAt() == null ? "" : say.time(line.endedAt());
            default -> throw new IllegalArgumentException(column);
        };
    }
}
