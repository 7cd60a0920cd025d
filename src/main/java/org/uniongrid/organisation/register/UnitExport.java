package org.uniongrid.organisation.register;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportColumn;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.web.Chip;
import org.uniongrid.web.Option;
import org.uniongrid.web.Query;
import org.uniongrid.web.Say;

/** The list of unions as a workbook, filtered as on its page. */
@Component
class UnitExport implements ExportKind {

    private final UnitList list;
    private final Units units;
    private final ListChoices choices;

    UnitExport(UnitList list, Units units, ListChoices choices) {
        this.list = list;
        this.units = units;
        this.choices = choices;
    }

    @Override
    public String key() {
        return "unions";
    }

    @Override
    public String permission() {
        return "organisation.unit.read";
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public List<ExportColumn> columns() {
        return ListKind.UNITS.exported(ListKind.UNITS.columns()).stream()
                .map(key -> new ExportColumn(key, "register.column." + key))
                .toList();
    }

    @Override
    public Unit unit(ExportAsked asked, Actor actor) {
        var unit = under(asked, actor);
        return new Unit(unit.publicId(), unit.name(), unit.scope());
    }

    private org.uniongrid.organisation.register.Unit under(ExportAsked asked, Actor actor) {
        return units.chosen(asked.value("under").map(UUID::fromString), actor.reach(permission()))
                .orElseThrow();
    }

    @Override
    public String words(ExportAsked asked, Actor actor, Say say) {
        var reach = actor.reach(permission());
        var filter = UnitFilter.of(asked.filter());
        var lines = filter.line() == null ? List.<Option>of() : choices.lines(reach);
        return new Labels(say)
                .chips(filter, Query.of(""), lines).stream()
                        .map(Chip::label)
                        .collect(Collectors.joining(say.of("export.and")));
    }

    @Override
    public long count(ExportAsked asked, Actor actor) {
        return list.countAll(actor.reach(permission()), under(asked, actor).scope(), UnitFilter.of(asked.filter()));
    }

    @Override
    public List<Row> rows(ExportAsked asked, Actor actor, @Nullable UUID after, Say say) {
        var labels = new Labels(say);
        return list
                .batch(actor.reach(permission()), under(asked, actor).scope(), UnitFilter.of(asked.filter()), after)
                .stream()
                .map(row -> new Row(
                        row.publicId(),
                        asked.columns().stream()
                                .map(column -> cell(row, column, labels))
                                .toList()))
                .toList();
    }

    private static String cell(UnitList.Row row, String column, Labels labels) {
        return switch (column) {
            case "name" -> row.name();
            case "code" -> text(row.code());
            case "category" -> labels.say().of(row.category().key());
            case "chair" -> text(row.chair());
            case "members" -> text(row.members());
            case "staff" -> text(row.staff());
            case "covered" -> text(row.covered());
            case "term" -> text(row.termTo());
            case "state" -> labels.say().of(row.state().key());
            case "industry" -> text(labels.industry(row.industry()));
            case "ownership" -> text(labels.ownership(row.ownership()));
            case "founded" -> text(row.foundedOn());
            case "uscc" -> text(row.uscc());
            case "women" -> text(row.womenMembers());
            case "migrants" -> text(row.migrants());
            case "hardship" -> text(row.hardship());
            case "cadres" -> text(row.fullTimeCadres());
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
