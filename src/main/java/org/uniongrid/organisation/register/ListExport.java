package org.uniongrid.organisation.register;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportColumn;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.web.Chip;
import org.uniongrid.web.Say;

/** A list of the register as a workbook: the columns of its page, the unit it is below, and its filter as chips say it. */
abstract class ListExport implements ExportKind {

    private final ListKind list;
    private final Units units;

    ListExport(ListKind list, Units units) {
        this.list = list;
        this.units = units;
    }

    abstract List<Chip> chips(ExportAsked asked, Reach reach, Labels labels);

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public List<ExportColumn> columns() {
        return list.exported(list.columns()).stream()
                .map(key -> new ExportColumn(key, "register.column." + key))
                .toList();
    }

    @Override
    public Unit unit(ExportAsked asked, Actor actor) {
        var unit = units.chosen(asked.value("under").map(UUID::fromString), actor.reach(permission()))
                .orElseThrow();
        return new Unit(unit.publicId(), unit.name(), unit.scope());
    }

    @Override
    public String words(ExportAsked asked, Actor actor, Say say) {
        return chips(asked, actor.reach(permission()), new Labels(say)).stream()
                .map(Chip::label)
                .collect(Collectors.joining(say.of("export.and")));
    }

    static Row row(UUID id, ExportAsked asked, Function<String, @Nullable Object> cell) {
        return new Row(
                id,
                asked.columns().stream()
                        .map(column -> Objects.toString(cell.apply(column), ""))
                        .toList());
    }
}
