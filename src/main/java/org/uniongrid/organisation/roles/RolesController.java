package org.uniongrid.organisation.roles;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Extent;
import org.uniongrid.organisation.roles.RoleDesk.Draft;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses of roles. */
@Controller
@RequestMapping("/organisation/roles")
class RolesController {

    private static final String FORM = "organisation/roles/form";

    private final Roles roles;
    private final RoleDesk desk;

    RolesController(Roles roles, RoleDesk desk) {
        this.roles = roles;
        this.desk = desk;
    }

    @GetMapping
    @Permission("organisation.role.read")
    String list(Actor actor, Model model) {
        model.addAttribute("roles", roles.all(actor.reach("organisation.role.read")));
        model.addAttribute("mayEdit", actor.may("organisation.role.edit"));
        return "organisation/roles/list";
    }

    @GetMapping("/{id}")
    @Permission("organisation.role.read")
    String role(Actor actor, @PathVariable UUID id, Model model) {
        var reach = actor.reach("organisation.role.read");
        var role = roles.find(id, reach);
        var excluded = roles.excludedBy(role, reach);
        model.addAttribute("role", role);
        model.addAttribute("permissions", roles.permissions());
        model.addAttribute("excluded", excluded);
        model.addAttribute(
                "others",
                roles.all(reach).stream()
                        .filter(other -> other.id() != role.id() && !other.isRetired())
                        .filter(other ->
                                excluded.stream().noneMatch(pair -> pair.other().id() == other.id()))
                        .toList());
        model.addAttribute("mayEdit", actor.may("organisation.role.edit"));
        return "organisation/roles/role";
    }

    /** An empty form, or one filled like another role. */
    @GetMapping("/new")
    @Permission("organisation.role.edit")
    ModelAndView blank(Actor actor, @RequestParam Optional<UUID> like) {
        var copied = like.map(id -> roles.find(id, actor.reach("organisation.role.edit")));
        var form = copied.map(RolesController::filled)
                .orElse(Form.blank().with("reach", Extent.BELOW))
                .with("name", "");
        return new ModelAndView(FORM, parts(null)).addObject("form", form);
    }

    @PostMapping
    @Permission("organisation.role.edit")
    ModelAndView create(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = checked(typed, true);
        if (form.isWrong()) return form.again(FORM, parts(null));
        try {
            var id = desk.create(actor, draft(form));
            Toast.after(next, "role.created", draft(form).name());
            return new ModelAndView("redirect:/organisation/roles/" + id);
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(FORM, parts(null));
        }
    }

    @GetMapping("/{id}/edit")
    @Permission("organisation.role.edit")
    ModelAndView edit(Actor actor, @PathVariable UUID id) {
        var role = roles.find(id, actor.reach("organisation.role.edit"));
        RoleRule.ROLE_IS_NOT_FIXED.require(!role.fixed());
        return new ModelAndView(FORM, parts(role)).addObject("form", filled(role));
    }

    @PostMapping("/{id}")
    @Permission("organisation.role.edit")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var role = roles.find(id, actor.reach("organisation.role.edit"));
        var form = checked(typed, !role.isBuiltIn());
        if (form.isWrong()) return form.again(FORM, parts(role));
        try {
            desk.change(actor, id, draft(form));
            Toast.after(next, "role.changed");
            return new ModelAndView("redirect:/organisation/roles/" + id);
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(FORM, parts(role));
        }
    }

    @GetMapping("/{id}/retire")
    @Permission("organisation.role.edit")
    String askToRetire(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("role", roles.find(id, actor.reach("organisation.role.edit")));
        return "organisation/roles/retire";
    }

    @PostMapping("/{id}/retire")
    @Permission("organisation.role.edit")
    String retire(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.retire(actor, id);
        Toast.after(next, "role.retired.done");
        return "redirect:/organisation/roles";
    }

    @PostMapping("/{id}/exclude")
    @Permission("organisation.role.edit")
    String exclude(Actor actor, @PathVariable UUID id, @RequestParam UUID other, RedirectAttributes next) {
        desk.exclude(actor, id, other);
        Toast.after(next, "role.excluded.done");
        return "redirect:/organisation/roles/" + id;
    }

    @PostMapping("/{id}/allow")
    @Permission("organisation.role.edit")
    String allow(Actor actor, @PathVariable UUID id, @RequestParam UUID other, RedirectAttributes next) {
        desk.allow(actor, id, other);
        Toast.after(next, "role.allowed.done");
        return "redirect:/organisation/roles/" + id;
    }

    private Map<String, Object> parts(@Nullable Role role) {
        var parts = new HashMap<String, Object>();
        parts.put("permissions", roles.permissions());
        if (role != null) parts.put("role", role);
        return parts;
    }

    private static Form checked(MultiValueMap<String, String> typed, boolean named) {
        var form = Form.of(typed);
        var name = form.value("name").strip();
        if (named) form = form.require("name").check("name", name.length() <= 40, "role.name.long");
        return form.check("reach", extent(form).isPresent(), "role.reach.missing")
                .check(Form.WHOLE, typed.containsKey("permissions"), "role.permissions.missing");
    }

    private static Optional<Extent> extent(Form form) {
        return Arrays.stream(Extent.values())
                .filter(one -> one.name().equals(form.value("reach")))
                .findFirst();
    }

    private Draft draft(Form form) {
        return new Draft(
                form.value("name").strip(),
                extent(form).orElseThrow(),
                roles.permissions().stream()
                        .map(Granted::key)
                        .filter(key -> form.has("permissions", key))
                        .collect(toCollection(TreeSet::new)));
    }

    private static Form filled(Role role) {
        var typed = new HashMap<String, List<String>>();
        typed.put("permissions", new ArrayList<>(role.permissions()));
        return Form.of(typed)
                .with("reach", role.reach())
                .with("name", role.name().name());
    }

    private static String fieldOf(RuleBroken broken) {
        if (!(broken.rule() instanceof RoleRule rule)) return Form.WHOLE;
        return switch (rule) {
            case ROLE_NAME_IS_NEW -> "name";
            case ROLE_OF_AN_ADMINISTRATOR_REACHES_THE_CELL, ROLE_REACH_FITS_ITS_POSTS -> "reach";
            case ROLE_IS_NOT_FIXED,
                    ROLE_IS_NOT_RETIRED,
                    ROLE_IS_NOT_ONES_OWN,
                    ROLE_DUTIES_KEEP_APART,
                    ROLE_OF_THE_PLATFORM_STAYS,
                    ROLE_IS_HELD_BY_NOBODY,
                    ROLES_ARE_TWO,
                    ROLES_ARE_NOT_HELD_TOGETHER,
                    ROLE_PAIR_IS_NOT_FIXED -> Form.WHOLE;
        };
    }
}
