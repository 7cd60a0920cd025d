package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.ChangeDesk.PERMISSION;

import java.util.Locale;
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
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses of changes that were decided: the list, each one, and how it is taken back. */
@Controller
@RequestMapping("/structure/changes")
class ChangesController {

    private static final String UNDO = "structure/changes/undo";
    private static final int LONGEST_REASON = 500;

    private final Changes changes;
    private final ChangeList list;
    private final UndoDesk desk;

    ChangesController(Changes changes, ChangeList list, UndoDesk desk) {
        this.changes = changes;
        this.list = list;
        this.desk = desk;
    }

    @GetMapping
    @Permission("organisation.unit.restructure")
    String list(
            Actor actor,
            @RequestParam Optional<ChangeState> state,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        model.addAttribute(
                "page",
                list.page(
                        actor.reach(PERMISSION),
                        state.orElse(null),
                        Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("state", state.orElse(null));
        return "structure/changes/list";
    }

    @GetMapping("/{id}")
    @Permission("organisation.unit.restructure")
    String change(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("change", changes.find(id, actor.reach(PERMISSION)));
        return "structure/changes/change";
    }

    /** Whether it can be taken back is tried out, which writes nothing. */
    @PostMapping("/{id}/rehearse-undo")
    @Permission("organisation.unit.restructure")
    @Unaudited("rehearses and writes nothing")
    ModelAndView rehearse(Actor actor, @PathVariable UUID id) {
        var change = changes.find(id, actor.reach(PERMISSION));
        return new ModelAndView(UNDO, parts(actor, change)).addObject("form", Form.blank());
    }

    @PostMapping("/{id}/undo")
    @Permission("organisation.unit.restructure")
    ModelAndView undo(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var change = changes.find(id, actor.reach(PERMISSION));
        var reason = Form.of(typed).value("reason").strip();
        var form = Form.of(typed)
                .require("reason")
                .check("reason", reason.length() >= 2 && reason.length() <= LONGEST_REASON, "structure.reason.length");
        if (form.isWrong()) return form.again(UNDO, parts(actor, change));
        try {
            desk.takeBack(actor, id, reason);
            Toast.after(
                    next,
                    "structure.taken-back." + change.state().takenBack().name().toLowerCase(Locale.ROOT));
            return new ModelAndView("redirect:/structure/changes/" + id);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(UNDO, parts(actor, change));
        }
    }

    private Map<String, Object> parts(Actor actor, Decided change) {
        var newer = changes.newer(change, actor.reach(PERMISSION));
        return Map.of("change", change, "against", desk.against(change), "newer", newer);
    }
}
