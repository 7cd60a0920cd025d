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

/** The list of employers as a workbook, filtered as on its page. */
@Component
class EmployerExport extends ListExport {

    private final EmployerList list;
    private final ListChoices choices;

    EmployerExport(EmployerList list, Units units, ListChoices choices) {
        super(ListKind.EMPLOYERS, units);
        this.list = list;
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
    List<Chip> chips(ExportAsked asked, Reach reach, Labels labels) {
        var filter = EmployerFilter.of(asked.filter());
        var lines = filter.line() == null ? List.<Option>of() : choices.lines(reach);
        var chains = filter.chain() == null ? List.<Option>of() : choices.chains(reach);
        return labels.chips(filter, Query.of(""), lines, chains);
    }

    @Override
    public long count(ExportAsked asked, Actor actor) {
        return list.countAll(actor.reach(permission()), unit(asked, actor).scope(), EmployerFilter.of(asked.filter()));
    }

    @Override
    public List<Row> rows(ExportAsked asked, Actor actor, @Nullable UUID after, Say say) {
        var labels = new Labels(say);
        return list
                .batch(actor.reach(permission()), unit(asked, actor).scope(), EmployerFilter.of(asked.filter()), after)
                .stream()
                .map(row -> row(row.publicId(), asked, column -> cell(row, column, labels)))
                .toList();
    }

    private static @Nullable Object cell(EmployerList.Row row, String column, Labels labels) {
        return switch (column) {
            case "name" -> row.name();
            case "uscc" -> row.uscc();
            case "union" -> row.unionName();
            case "members" -> row.members();
            case "staff" -> row.staff();
            case "standing" -> labels.of(row.standing());
            case "ownership" -> labels.ownership(row.ownership());
            case "term" -> row.termTo();
            case "state" -> labels.say().of(row.state().key());
            case "industry" -> labels.industry(row.industry());
            case "insured" -> row.insured();
            case "party" -> labels.party(row.party());
            case "origin" -> labels.origin(row.origin());
            case "founded" -> row.foundedOn();
            default -> throw new IllegalArgumentException(column);
        };
    }
}
