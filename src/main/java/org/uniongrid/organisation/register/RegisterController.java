package org.uniongrid.organisation.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Ownership;

/** Addresses of the register. A list is always that of one unit's subtree, by default the reader's own. */
@Controller
@RequestMapping("/organisation")
class RegisterController {

    private final Units units;
    private final Tree tree;
    private final DatedTree datedTree;
    private final Clock clock;
    private final UnitList unitList;
    private final EmployerList employerList;
    private final SubtreeTotals subtreeTotals;

    RegisterController(
            Units units,
            Tree tree,
            DatedTree datedTree,
            Clock clock,
            UnitList unitList,
            EmployerList employerList,
            SubtreeTotals subtreeTotals) {
        this.units = units;
        this.tree = tree;
        this.datedTree = datedTree;
        this.clock = clock;
        this.unitList = unitList;
        this.employerList = employerList;
        this.subtreeTotals = subtreeTotals;
    }

    /** What every list was asked for. */
    record Asked(Optional<UUID> under, Optional<UUID> after, Optional<UUID> before) {

        Cursor cursor() {
            return Cursor.of(after.orElse(null), before.orElse(null));
        }
    }

    @GetMapping("/employers")
    @Permission("organisation.employer.read")
    String employers(
            Actor actor,
            Asked asked,
            @RequestParam Optional<String> q,
            @RequestParam Optional<EmployerFilter.Standing> standing,
            @RequestParam Optional<EmployerFilter.Size> size,
            @RequestParam Optional<Ownership> ownership,
            Model model) {
        var reach = actor.reach("organisation.employer.read");
        var filter =
                new EmployerFilter(q.orElse(null), standing.orElse(null), size.orElse(null), ownership.orElse(null));
        var under = units.chosen(asked.under(), reach);
        showTree(under, reach, model);
        under.ifPresent(unit -> {
            model.addAttribute("page", employerList.page(reach, unit.scope(), filter, asked.cursor()));
            var totals = subtreeTotals.of(unit);
            model.addAttribute(
                    "count", filter.isNarrow() ? employerList.count(reach, unit.scope(), filter) : totals.employers());
            model.addAttribute("totals", totals);
        });
        model.addAttribute("filter", filter);
        model.addAttribute("mayImport", actor.may("organisation.employer.import"));
        return under.isEmpty() ? "organisation/register/nothing" : "organisation/register/employers";
    }

    @GetMapping("/units")
    @Permission("organisation.unit.read")
    String units(
            Actor actor,
            Asked asked,
            @RequestParam Optional<String> q,
            @RequestParam Optional<Category> category,
            @RequestParam Optional<UnitFilter.Term> term,
            Model model) {
        var reach = actor.reach("organisation.unit.read");
        var filter = new UnitFilter(q.orElse(null), category.orElse(null), term.orElse(null));
        var under = units.chosen(asked.under(), reach);
        showTree(under, reach, model);
        under.ifPresent(unit -> {
            model.addAttribute("page", unitList.page(reach, unit.scope(), filter, asked.cursor()));
            var totals = subtreeTotals.of(unit);
            model.addAttribute(
                    "count", filter.isNarrow() ? unitList.count(reach, unit.scope(), filter) : totals.units());
            model.addAttribute("totals", totals);
        });
        model.addAttribute("filter", filter);
        model.addAttribute("mayImport", actor.may("organisation.union.import"));
        return under.isEmpty() ? "organisation/register/nothing" : "organisation/register/units";
    }

    /** The tree alone: on a phone, and where htmx fetches a branch. A name leads to the list it was opened from. */
    @GetMapping("/tree")
    @Permission("organisation.unit.read")
    String tree(
            Actor actor,
            Asked asked,
            @RequestParam Optional<String> list,
            @RequestParam Optional<LocalDate> on,
            Model model) {
        var reach = actor.reach("organisation.unit.read");
        var today = LocalDate.now(clock);
        if (on.isPresent() && !on.get().equals(today)) {
            model.addAttribute("nodes", datedTree.on(on.get(), asked.under(), reach));
            model.addAttribute("on", on.get());
            model.addAttribute("later", on.get().isAfter(today));
            return "organisation/register/dated-tree";
        }
        var under = units.chosen(asked.under(), reach);
        showTree(under, reach, model);
        model.addAttribute("list", list.filter("employers"::equals).orElse("units"));
        model.addAttribute("mayImport", actor.may("organisation.union.import"));
        return under.isEmpty() ? "organisation/register/nothing" : "organisation/register/tree";
    }

    private void showTree(Optional<Unit> under, Reach reach, Model model) {
        model.addAttribute("under", under.orElse(null));
        model.addAttribute("nodes", tree.openTo(under.orElse(null), reach));
    }
}
