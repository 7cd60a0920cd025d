package org.uniongrid.casework.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.casework.CaseKind;
import org.uniongrid.casework.CaseKinds;
import org.uniongrid.casework.Yuan;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportColumn;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.WhoseList;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Say;

/** The list of cases as a workbook. */
@Component
class CaseExport implements ExportKind {

    static final String KEY = "cases";
    private static final int BATCH = 500;
    private static final int MOST = 1_000_001;

    private final CaseList list;
    private final CaseKinds kinds;
    private final UnitDirectory units;
    private final WhoseList whose;
    private final ZoneId zone;

    CaseExport(CaseList list, CaseKinds kinds, UnitDirectory units, WhoseList whose, ZoneId zone) {
        this.list = list;
        this.kinds = kinds;
        this.units = units;
        this.whose = whose;
        this.zone = zone;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String permission() {
        return Matters.READ;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public List<ExportColumn> columns() {
        return List.of(
                new ExportColumn("number", "case.column.number"),
                new ExportColumn("title", "case.column.title"),
                new ExportColumn("kind", "case.kind"),
                new ExportColumn("channel", "case.channel"),
                new ExportColumn("caller", "case.caller"),
                new ExportColumn("employer", "case.employer"),
                new ExportColumn("heads", "case.heads"),
                new ExportColumn("unit", "case.column.unit"),
                new ExportColumn("state", "case.column.state"),
                new ExportColumn("opened", "case.column.opened"),
                new ExportColumn("due", "case.column.due"),
                new ExportColumn("claimed", "case.claimed"),
                new ExportColumn("agreed", "case.agreed"),
                new ExportColumn("paid", "case.paid"));
    }

    @Override
    public Unit unit(ExportAsked asked, Actor actor) {
        return whose.of(actor);
    }

    private static CaseFilter filter(ExportAsked asked) {
        return CaseFilter.of(name -> asked.value(name).orElse(""));
    }

    @Override
    public String words(ExportAsked asked, Actor actor, Say say) {
        var filter = filter(asked);
        if (filter.unit() != null) units.find(filter.unit(), Matters.reach(actor));
        var words = new ArrayList<String>();
        if (filter.kind() != null) words.add(kinds.find(filter.kind()).name(say));
        if (filter.state() != null) words.add(say.of(filter.state().key()));
        if (!filter.q().isEmpty()) words.add(filter.q());
        if (filter.month() != null) words.add(filter.month().toString());
        if (filter.late()) words.add(say.of("case.late"));
        if (filter.urgent()) words.add(say.of("case.urgent"));
        return String.join(say.of("export.and"), words);
    }

    @Override
    public long count(ExportAsked asked, Actor actor) {
        return list.count(actor, filter(asked), MOST);
    }

    @Override
    public List<Row> rows(ExportAsked asked, Actor actor, @Nullable UUID after, Say say) {
        var names = kinds.all().stream().collect(Collectors.toMap(CaseKind::id, kind -> kind.name(say)));
        return list.after(actor, filter(asked), after, BATCH).stream()
                .map(row -> new Row(
                        row.rowId(),
                        asked.columns().stream()
                                .map(key ->
                                        key.equals("kind") ? names.getOrDefault(row.kind(), "") : cell(row, key, say))
                                .toList()))
                .toList();
    }

    private String cell(CaseList.Row row, String key, Say say) {
        return switch (key) {
            case "number" -> row.year() + "-" + row.nr();
            case "title" -> row.title();
            case "channel" -> say.of(row.channel().key());
            case "caller" -> row.caller();
            case "employer" -> row.employer() == null ? "" : row.employer();
            case "heads" -> Integer.toString(row.heads());
            case "unit" -> row.unit();
            case "state" -> say.of(row.state().key());
            case "opened" -> day(row.at());
            case "due" -> day(row.due());
            case "claimed" -> Yuan.of(row.claimed());
            case "agreed" -> Yuan.of(row.agreed());
            case "paid" -> Yuan.of(row.paid());
            default -> "";
        };
    }

    private String day(@Nullable Instant at) {
        return at == null ? "" : at.atZone(zone).toLocalDate().toString();
    }
}
