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

/** The list of employers as a workbook, filtered as on its page. */
@Component
class EmployerExport implements ExportKind {

    private final EmployerList list;
    private final Units units;
    private final ListChoices choices;

    EmployerExport(EmployerList list, Units units, ListChoices choices) {
        this.list = list;
        this.units = units;
        this.choices = choices;
    }

    @Override
    public String key() {
        return "employers";
    }

    @Override
    public String permission() {
        return "organisation.employer.read";
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public List<ExportColumn> columns() {
        return ListKind.EMPLOYERS.exported(ListKind.EMPLOYERS.columns()).stream()
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
        var filter = EmployerFilter.of(asked.filter());
        var lines = filter.line() == null ? List.<Option>of() : choices.lines(reach);
        var chains = filter.chain() == null ? List.<Option>of() : choices.chains(reach);
        return new Labels(say)
                .chips(filter, Query.of(""), lines, chains).stream()
                        .map(Chip::label)
                        .collect(Collectors.joining(say.of("export.and")));
    }

    @Override
    public long count(ExportAsked asked, Actor actor) {
        return list.countAll(actor.reach(permission()), under(asked, actor).scope(), EmployerFilter.of(asked.filter()));
    }

    @Override
    public List<Row> rows(ExportAsked asked, Actor actor, @Nullable UUID after, Say say) {
        var labels = new Labels(say);
        return list
                .batch(actor.reach(permission()), under(asked, actor).scope(), EmployerFilter.of(asked.filter()), after)
                .stream()
                .map(row -> new Row(
                        row.publicId(),
                        asked.columns().stream()
                                .map(column -> cell(row, column, labels))
                                .toList()))
                .toList();
    }

    private static String cell(EmployerList.Row row, String column, Labels labels) {
        return switch (column) {
            case "name" -> row.name();
            case "uscc" -> text(row.uscc());
            case "union" -> text(row.unionName());
            case "members" -> text(row.members());
            case "staff" -> text(row.staff());
            case "standing" -> labels.of(row.standing());
            case "ownership" -> text(labels.ownership(row.ownership()));
            case "term" -> text(row.termTo());
            case "state" -> labels.say().of(row.state().key());
            case "industry" -> text(labels.industry(row.industry()));
            case "insured" -> text(row.insured());
            case "party" -> text(labels.party(row.party()));
            case "origin" -> text(labels.origin(row.origin()));
            case "founded" -> text(row.foundedOn());
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
