package org.uniongrid.membership.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportColumn;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.membership.Roll;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.WorkerClass;
import org.uniongrid.web.Say;

/** A roll as a workbook: the rows of its list, in its order, narrowed down as it is; numbers are masked as everywhere. */
@Component
class RollExport implements ExportKind {

    static final String KEY = "members";

    private static final int BATCH = 500;

    /** More than one sheet holds: how many more need not be counted. */
    private static final int MOST = 1_000_001;

    private final RollList list;
    private final UnitDirectory units;
    private final Identities identities;

    RollExport(RollList list, UnitDirectory units, Identities identities) {
        this.list = list;
        this.units = units;
        this.identities = identities;
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
        return true;
    }

    @Override
    public List<ExportColumn> columns() {
        return List.of(
                new ExportColumn("name", "roll.column.name"),
                new ExportColumn("union", "roll.column.union"),
                new ExportColumn("employer", "roll.column.employer"),
                new ExportColumn("class", "roll.class"),
                new ExportColumn("since", "roll.column.since"),
                new ExportColumn("state", "roll.state"),
                new ExportColumn("number", "roll.column.number"),
                new ExportColumn("phone", "roll.column.phone"));
    }

    @Override
    public Unit unit(ExportAsked asked, Actor actor) {
        var unit = found(asked, actor);
        return new Unit(unit.publicId(), unit.name(), unit.scope());
    }

    private UnitDirectory.Found found(ExportAsked asked, Actor actor) {
        if (RollFilter.of(asked.filter()).isByNumber())
            throw new NoSuchElementException("what is asked for is kept, and no number of a person may be");
        var reach = actor.reach(Roll.READ);
        return asked.value("under")
                .map(id -> units.find(UUID.fromString(id), reach))
                .or(() -> units.tops(reach).stream().findFirst())
                .orElseThrow();
    }

    @Override
    public String words(ExportAsked asked, Actor actor, Say say) {
        var filter = RollFilter.of(asked.filter());
        var words = new ArrayList<String>();
        if (filter.q() != null) words.add(filter.q());
        if (filter.state() != null) words.add(say.of(filter.state().key()));
        if (filter.workerClass() != null) words.add(new WorkerClass(filter.workerClass(), false).name(say));
        if (filter.standing() != null) words.add(say.of(filter.standing().key()));
        if (filter.doubt() != null) words.add(say.of("roll.doubt"));
        return String.join(say.of("export.and"), words);
    }

    @Override
    public long count(ExportAsked asked, Actor actor) {
        return list.count(actor.reach(Roll.READ), found(asked, actor).scope(), RollFilter.of(asked.filter()), MOST);
    }

    @Override
    public List<Row> rows(ExportAsked asked, Actor actor, @Nullable UUID after, Say say) {
        var page = list.page(
                actor.reach(Roll.READ),
                found(asked, actor).scope(),
                RollFilter.of(asked.filter()),
                new Cursor(after, false),
                BATCH);
        if (after != null && page.before() == null) return List.of();
        var masked = asked.columns().contains("number") || asked.columns().contains("phone")
                ? identities.masked(page.rows().stream()
                        .filter(RollList.Row::lasts)
                        .map(RollList.Row::personId)
                        .toList())
                : Map.<Long, Map<IdentityField, String>>of();
        return page.rows().stream()
                .map(row -> new Row(row.stay(), cells(asked, row, masked.getOrDefault(row.personId(), Map.of()), say)))
                .toList();
    }

    private static List<String> cells(ExportAsked asked, RollList.Row row, Map<IdentityField, String> masked, Say say) {
        Function<String, @Nullable String> cell = column -> switch (column) {
            case "name" -> row.name();
            case "union" -> row.unitName();
            case "employer" -> row.employer();
            case "class" -> row.workerClass() == null ? null : new WorkerClass(row.workerClass(), false).name(say);
            case "since" -> row.since().toString();
            case "state" -> say.of(row.state().key());
            case "number" -> masked.getOrDefault(IdentityField.ID_NUMBER, masked.get(IdentityField.DOCUMENT));
            case "phone" -> masked.get(IdentityField.PHONE);
            default -> throw new IllegalArgumentException(column);
        };
        return asked.columns().stream()
                .map(column -> Objects.toString(cell.apply(column), ""))
                .toList();
    }
}
