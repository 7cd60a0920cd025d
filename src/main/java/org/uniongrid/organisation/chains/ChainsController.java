package org.uniongrid.organisation.chains;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses of industry chains: the list, a chain's page, new ones, changes and the end. */
@Controller
@RequestMapping("/organisation/chains")
class ChainsController {

    static final String READ = "organisation.chain.read";
    static final String EDIT = "organisation.chain.edit";
    private static final String FORM = "organisation/chains/form";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ABOUT = 500;

    private final Chains chains;
    private final ChainList list;
    private final ChainMembers members;
    private final Keepers keepers;
    private final ChainDesk desk;

    ChainsController(Chains chains, ChainList list, ChainMembers members, Keepers keepers, ChainDesk desk) {
        this.chains = chains;
        this.list = list;
        this.members = members;
        this.keepers = keepers;
        this.desk = desk;
    }

    @GetMapping
    @Permission(READ)
    String list(
            Actor actor,
            @RequestParam Optional<String> q,
            @RequestParam Optional<ChainKind> kind,
            @RequestParam Optional<ChainFilter.State> state,
            @RequestParam Optional<UUID> keeper,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var reach = actor.reach(READ);
        var filter = new ChainFilter(q.orElse(null), kind.orElse(null), state.orElse(null), keeper.orElse(null));
        model.addAttribute("page", list.page(reach, filter, Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("count", list.count(reach, filter));
        model.addAttribute("filter", filter);
        model.addAttribute("keeper", keeper.map(id -> keepers.find(id, reach)).orElse(null));
        model.addAttribute("mayEdit", actor.may(EDIT));
        return "organisation/chains/list";
    }

    @GetMapping("/{id}")
    @Permission(READ)
    String chain(Actor actor, @PathVariable UUID id, Model model) {
        var reach = actor.reach(READ);
        var chain = chains.find(id, reach);
        model.addAttribute("chain", chain);
        model.addAttribute("shown", members.shown(chain, reach));
        model.addAttribute("counts", members.counts(chain, reach));
        model.addAttribute("regions", members.regions(chain, reach));
        model.addAttribute("owners", members.owners(chain, reach));
        model.addAttribute("mayEdit", actor.may(EDIT) && chain.kept() && !chain.isEnded());
        return "organisation/chains/chain";
    }

    @GetMapping("/new")
    @Permission(EDIT)
    ModelAndView blank(Actor actor, @RequestParam Optional<String> q, @RequestParam Optional<UUID> keeper) {
        var parts = keepers(actor, q.orElse(""), keeper);
        return new ModelAndView(FORM, parts).addObject("form", Form.blank().with("keeper", keeper.orElse(null)));
    }

    @PostMapping
    @Permission(EDIT)
    ModelAndView create(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var asked = checked(Form.of(typed).require("keeper"));
        var keeper = id(asked.value("keeper")).map(id -> keepers.find(id, actor.reach(EDIT)));
        var form = asked.check("keeper", keeper.isPresent(), "chain.keeper.missing");
        var parts = keepers(actor, form.value("q"), id(asked.value("keeper")));
        if (form.isWrong()) return form.again(FORM, parts);
        try {
            var id = desk.create(actor, keeper.orElseThrow(), entry(form));
            Toast.after(next, "chain.created", form.value("name").strip());
            return new ModelAndView("redirect:/organisation/chains/" + id);
        } catch (RuleBroken broken) {
            return form.broken(field(broken), broken).again(FORM, parts);
        }
    }

    private Map<String, Object> keepers(Actor actor, String words, Optional<UUID> asked) {
        var parts = new HashMap<String, Object>();
        parts.put("q", words.strip());
        parts.put("keepers", keepers.offered(actor, words.strip(), asked));
        return parts;
    }

    @GetMapping("/{id}/edit")
    @Permission(EDIT)
    ModelAndView edit(Actor actor, @PathVariable UUID id) {
        var chain = chains.kept(id, actor.reach(EDIT));
        var form = Form.blank()
                .with("name", chain.name())
                .with("kind", chain.kind())
                .with("about", chain.about());
        return new ModelAndView(FORM, Map.of("chain", chain)).addObject("form", form);
    }

    @PostMapping("/{id}")
    @Permission(EDIT)
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var chain = chains.kept(id, actor.reach(EDIT));
        var form = checked(Form.of(typed));
        if (form.isWrong()) return form.again(FORM, Map.of("chain", chain));
        try {
            desk.change(actor, chain, entry(form));
            Toast.after(next, "chain.changed");
            return new ModelAndView("redirect:" + chain.path());
        } catch (RuleBroken broken) {
            return form.broken(field(broken), broken).again(FORM, Map.of("chain", chain));
        }
    }

    @GetMapping("/{id}/end")
    @Permission(EDIT)
    String askToEnd(Actor actor, @PathVariable UUID id, Model model) {
        var reach = actor.reach(EDIT);
        var chain = chains.kept(id, reach);
        model.addAttribute("chain", chain);
        model.addAttribute(
                "standing",
                members.counts(chain, reach).values().stream()
                        .mapToLong(count -> count.seen() + count.elsewhere())
                        .sum());
        return "organisation/chains/end";
    }

    @PostMapping("/{id}/end")
    @Permission(EDIT)
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        var chain = chains.kept(id, actor.reach(EDIT));
        desk.end(actor, chain);
        Toast.after(next, "chain.ended.done", chain.name());
        return "redirect:" + chain.path();
    }

    private static Form checked(Form asked) {
        var form = asked.require("name", "kind");
        var name = form.value("name").strip();
        return form.check(
                        "name", name.length() >= 2 && name.length() <= LONGEST_NAME, "chain.name.length", LONGEST_NAME)
                .check("kind", kind(form).isPresent(), "chain.kind.missing")
                .check(
                        "about",
                        form.value("about").strip().length() <= LONGEST_ABOUT,
                        "chain.about.long",
                        LONGEST_ABOUT);
    }

    private static Optional<ChainKind> kind(Form form) {
        return Arrays.stream(ChainKind.values())
                .filter(kind -> kind.name().equals(form.value("kind")))
                .findFirst();
    }

    private static ChainDesk.Entry entry(Form form) {
        var about = form.value("about").strip();
        return new ChainDesk.Entry(
                form.value("name").strip(), kind(form).orElseThrow(), about.isEmpty() ? null : about);
    }

    private static String field(RuleBroken broken) {
        return switch (broken.rule()) {
            case ChainRule rule when rule == ChainRule.CHAIN_NAME_IS_FREE -> "name";
            case ChainRule rule when rule == ChainRule.CHAIN_IS_KEPT_BY_A_FEDERATION -> "keeper";
            default -> Form.WHOLE;
        };
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
