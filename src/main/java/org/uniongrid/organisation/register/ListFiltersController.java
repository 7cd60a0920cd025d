package org.uniongrid.organisation.register;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.SignedIn;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.web.Form;
import org.uniongrid.web.Query;
import org.uniongrid.web.Toast;

/** How somebody arranges a list for themselves: columns, and filters kept under a name. */
@Controller
@RequestMapping("/organisation/lists")
class ListFiltersController {

    private static final String OWN = "arranges a list for oneself; shows nothing of the register";

    private final SavedFilters saved;
    private final ListColumns columns;

    ListFiltersController(SavedFilters saved, ListColumns columns) {
        this.saved = saved;
        this.columns = columns;
    }

    @PostMapping("/{list}/columns")
    @SignedIn(OWN)
    @Unaudited(OWN)
    String columns(
            Actor actor,
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes redirect) {
        var kind = ListKind.of(list);
        var ticked = typed.getOrDefault("column", List.of());
        try {
            columns.choose(kind, ticked, actor);
        } catch (RuleBroken tooMany) {
            // the list comes back as it was, with the choice open
            redirect.addFlashAttribute(ListPage.TICKED, List.copyOf(ticked));
        }
        return "redirect:" + back(kind, typed);
    }

    @GetMapping("/{list}/filters")
    @SignedIn(OWN)
    String filters(Actor actor, @PathVariable String list, Model model) {
        var kind = ListKind.of(list);
        model.addAttribute("list", kind);
        model.addAttribute("saved", saved.of(kind, actor));
        model.addAttribute("form", Form.blank());
        return "organisation/register/filters";
    }

    @PostMapping("/{list}/filters")
    @SignedIn(OWN)
    @Unaudited(OWN)
    ModelAndView save(
            Actor actor,
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes redirect) {
        var kind = ListKind.of(list);
        var form = Form.of(typed);
        try {
            saved.save(kind, form.value("name"), filter(kind, typed), form.has("first", "true"), actor);
        } catch (RuleBroken broken) {
            return form.broken(broken.rule() == ListRule.FILTER_WITH_A_NAME ? "name" : Form.WHOLE, broken)
                    .again("organisation/register/filters", Map.of("list", kind, "saved", saved.of(kind, actor)));
        }
        Toast.after(redirect, "lists.saved.toast", form.value("name").strip());
        return new ModelAndView("redirect:" + back(kind, typed));
    }

    @PostMapping("/filters/{id}/rename")
    @SignedIn(OWN)
    @Unaudited(OWN)
    ModelAndView rename(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var one = saved.find(id, actor);
        var form = Form.of(typed);
        try {
            saved.rename(one, form.value("name"));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken)
                    .again(
                            "organisation/register/filters",
                            Map.of("list", one.list(), "saved", saved.of(one.list(), actor)));
        }
        return managed(one);
    }

    @PostMapping("/filters/{id}/first")
    @SignedIn(OWN)
    @Unaudited(OWN)
    ModelAndView first(Actor actor, @PathVariable UUID id, @RequestParam boolean on) {
        var one = saved.find(id, actor);
        saved.beginWith(one, on, actor);
        return managed(one);
    }

    @PostMapping("/filters/{id}/delete")
    @SignedIn(OWN)
    @Unaudited(OWN)
    ModelAndView delete(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        var one = saved.find(id, actor);
        saved.delete(one);
        Toast.after(redirect, "lists.deleted.toast", one.name());
        return managed(one);
    }

    private static ModelAndView managed(SavedFilters.Saved one) {
        return new ModelAndView("redirect:/organisation/lists/" + one.list().path() + "/filters");
    }

    /** The filter alone, as an address has it. */
    private static String filter(ListKind kind, MultiValueMap<String, String> typed) {
        var query = address(kind, typed).toString();
        return query.contains("?") ? query.substring(query.indexOf('?') + 1) : "";
    }

    private static Query address(ListKind kind, MultiValueMap<String, String> typed) {
        var values = typed.toSingleValueMap();
        var filter = kind == ListKind.EMPLOYERS
                ? EmployerFilter.of(values).values()
                : UnitFilter.of(values).values();
        var address = Query.of(kind.address());
        for (var one : filter.entrySet()) address = address.with(one.getKey(), one.getValue());
        return address;
    }

    /** The list as it was. */
    private static String back(ListKind kind, MultiValueMap<String, String> typed) {
        var under = Choice.id(typed.toSingleValueMap(), "under");
        var address = address(kind, typed);
        return (under == null ? address : address.with("under", under)).toString();
    }
}
