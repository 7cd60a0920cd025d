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
import org.uniongrid.web.Query;
import org.uniongrid.web.Say;

/** The list of employers as a workbook, filtered as on its page. */
@Component
class EmployerExport implements ExportKind {

    private static final List<String> COLUMNS =
            List.of("name", "uscc", "union", "members", "staff", "standing", "ownership", "term");

    private final EmployerList list;
    private final Units units;

    EmployerExport(EmployerList list, Units units) {
        this.list = list;
        this.units = units;
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
        return COLUMNS.stream()
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
    public String words(ExportAsked asked, Say say) {
        return new Labels(say)
                .chips(EmployerFilter.of(asked.filter()), Query.of("/organisation/employers")).stream()
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
            case "ownership" -> row.ownership() == null ? "" : labels.say().of("employer.ownership." + row.ownership());
            case "term" -> text(row.termTo());
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
