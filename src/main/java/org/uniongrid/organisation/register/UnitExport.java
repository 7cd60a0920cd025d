package org.uniongrid.organisation.register;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.web.Chip;
import org.uniongrid.web.Option;
import org.uniongrid.web.Query;
import org.uniongrid.web.Say;

/** The list of unions as a workbook, filtered as on its page. */
@Component
class UnitExport extends ListExport {

    private final UnitList list;
    private final ListChoices choices;

    UnitExport(UnitList list, Units units, ListChoices choices) {
        super(ListKind.UNITS, units);
        this.list = list;
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
    List<Chip> chips(ExportAsked asked, Reach reach, Labels labels) {
        var filter = UnitFilter.of(asked.filter());
        var lines = filter.line() == null ? List.<Option>of() : choices.lines(reach);
        return labels.chips(filter, Query.of(""), lines);
    }

    @Override
    public long count(ExportAsked asked, Actor actor) {
        return list.countAll(actor.reach(permission()), unit(asked, actor).scope(), UnitFilter.of(asked.filter()));
    }

    @Override
    public List<Row> rows(ExportAsked asked, Actor actor, @Nullable UUID after, Say say) {
        var labels = new Labels(say);
        return list
                .batch(actor.reach(permission()), unit(asked, actor).scope(), UnitFilter.of(asked.filter()), after)
                .stream()
                .map(row -> row(row.publicId(), asked, column -> cell(row, column, labels)))
                .toList();
    }

    private static @Nullable Object cell(UnitList.Row row, String column, Labels labels) {
        return switch (column) {
            case "name" -> row.name();
            case "code" -> row.code();
            case "category" -> labels.say().of(row.category().key());
            case "chair" -> row.chair();
            case "members" -> row.members();
            case "staff" -> row.staff();
            case "covered" -> row.covered();
            case "term" -> row.termTo();
            case "state" -> labels.say().of(row.state().key());
            case "industry" -> labels.industry(row.industry());
            case "ownership" -> labels.ownership(row.ownership());
            case "founded" -> row.foundedOn();
            case "uscc" -> row.uscc();
            case "women" -> row.womenMembers();
            case "migrants" -> row.migrants();
            case "hardship" -> row.hardship();
            case "cadres" -> row.fullTimeCadres();
            default -> throw new IllegalArgumentException(column);
        };
    }
}
