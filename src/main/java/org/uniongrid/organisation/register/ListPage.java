package org.uniongrid.organisation.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.web.Option;

/** What both lists of the register have on their pages: the tree, how many there are, and what their reader arranged. */
@Component
class ListPage {

    /** Columns that were ticked and are too many, on their way back to the page. */
    static final String TICKED = "ticked";

    private final Tree tree;
    private final SubtreeTotals subtreeTotals;
    private final SavedFilters saved;
    private final ListColumns columns;
    private final ListChoices choices;

    ListPage(Tree tree, SubtreeTotals subtreeTotals, SavedFilters saved, ListColumns columns, ListChoices choices) {
        this.tree = tree;
        this.subtreeTotals = subtreeTotals;
        this.saved = saved;
        this.columns = columns;
        this.choices = choices;
    }

    /**
     * What stands beside the rows.
     *
     * @param filter the filter in force, as an address has it
     * @param ticked columns that were ticked and are too many, to be thought over; null where nothing was refused
     * @param lines lines to choose from
     * @param chains chains to choose from
     */
    public record Looks(
            ListKind list,
            Map<String, String> filter,
            List<String> columns,
            @Nullable List<?> ticked,
            List<SavedFilters.Saved> saved,
            List<Option> lines,
            List<Option> chains) {

        public boolean isTicked(String column) {
            return (ticked == null ? columns : ticked).contains(column);
        }
    }

    /** How many rows there are without any filter. */
    long show(ListKind list, Map<String, String> filter, Unit under, Reach reach, Actor actor, Model model) {
        model.addAttribute("under", under);
        model.addAttribute("nodes", tree.openTo(under, reach));
        var totals = subtreeTotals.of(under);
        model.addAttribute("totals", totals);
        model.addAttribute(
                "looks",
                new Looks(
                        list,
                        filter,
                        columns.of(list, actor),
                        model.getAttribute(TICKED) instanceof List<?> ticked ? ticked : null,
                        saved.of(list, actor),
                        choices.lines(reach),
                        list == ListKind.EMPLOYERS ? choices.chains(reach) : List.of()));
        return list == ListKind.EMPLOYERS ? totals.employers() : totals.units();
    }

    /** Where somebody goes who opens a list without saying more and has a filter that it begins with. */
    Optional<String> beginning(ListKind list, Map<String, String> asked, Actor actor) {
        return asked.isEmpty()
                ? saved.first(list, actor).map(one -> list.address() + "?" + one.query())
                : Optional.empty();
    }
}
