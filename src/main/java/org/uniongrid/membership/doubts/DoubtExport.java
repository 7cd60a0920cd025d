package org.uniongrid.membership.doubts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportColumn;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.membership.Roll;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Say;

/** Doubts as a workbook: figures of unions, nobody's name. */
@Component
class DoubtExport implements ExportKind {

    static final String KEY = "doubts";

    private static final int BATCH = 500;

    private final Doubts doubts;
    private final UnitDirectory units;
    private final ZoneId zone;

    DoubtExport(Doubts doubts, UnitDirectory units, ZoneId zone) {
        this.doubts = doubts;
        this.units = units;
        this.zone = zone;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String permission() {
        return Roll.READ;
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public List<ExportColumn> columns() {
        return List.of(
                new ExportColumn("union", "roll.column.union"),
                new ExportColumn("rule", "doubt.rule"),
                new ExportColumn("found", "doubt.what"),
                new ExportColumn("first", "doubt.first"),
                new ExportColumn("due", "doubt.due"),
                new ExportColumn("passed", "doubt.passed"),
                new ExportColumn("state", "doubt.state"),
                new ExportColumn("ended", "doubt.ended-on"));
    }

    @Override
    public Unit unit(ExportAsked asked, Actor actor) {
        var unit = units.tops(actor.reach(Roll.READ)).stream().findFirst().orElseThrow();
        return new Unit(unit.publicId(), unit.name(), unit.scope());
    }

    private static boolean ended(ExportAsked asked) {
        return asked.value("ended").map(Boolean::parseBoolean).orElse(false);
    }

    @Override
    public String words(ExportAsked asked, Actor actor, Say say) {
        return say.of(ended(asked) ? "doubt.ended" : "doubt.open");
    }

    @Override
    public long count(ExportAsked asked, Actor actor) {
        return doubts.count(actor.reach(Roll.READ), ended(asked));
    }

    @Override
    public List<Row> rows(ExportAsked asked, Actor actor, @Nullable UUID after, Say say) {
        var page = doubts.page(actor.reach(Roll.READ), ended(asked), new Cursor(after, false), BATCH);
        if (after != null && page.before() == null) return List.of();
        return page.rows().stream()
                .map(row -> new Row(
                        row.publicId(),
                        asked.columns().stream()
                                .map(column -> Objects.toString(cell(column, row, say), ""))
                                .toList()))
                .toList();
    }

    private @Nullable Object cell(String column, Doubts.Doubt row, Say say) {
        return switch (column) {
            case "union" -> row.unitName();
            case "rule" -> say.of(row.rule().key());
            case "found" -> say.of(row.found(), row.members(), row.measure());
            case "first" -> LocalDate.ofInstant(row.firstSeen(), zone);
            case "due" -> row.isOpen() && !row.isAbove() ? row.dueOn() : null;
            case "passed" -> row.passedAt() == null ? null : LocalDate.ofInstant(row.passedAt(), zone);
            case "state" -> say.of(row.state().key());
            case "ended" -> row.endedAt() == null ? null : LocalDate.ofInstant(row.endedAt(), zone);
            default -> throw new IllegalArgumentException(column);
        };
    }
}
