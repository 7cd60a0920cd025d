package org.uniongrid.portal.matters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
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
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Allowed;
import org.uniongrid.matter.Delegations;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.MatterKinds;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.OwnMatters;
import org.uniongrid.matter.Task;
import org.uniongrid.matter.Tasks;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** What a worker has asked for: a list that names kinds, and behind a tap what it is about and how far it is. */
@Controller
@RequestMapping("/m/matters")
class OwnMattersController {

    private static final String PAGE = "portal/matters/matter";
    private static final int LONGEST = 2_000;

    private final OwnMatters own;
    private final Matters matters;
    private final MatterKinds kinds;
    private final Tasks tasks;
    private final Delegations delegations;
    private final Allowed allowed;
    private final MatterDesk desk;

    OwnMattersController(
            OwnMatters own,
            Matters matters,
            MatterKinds kinds,
            Tasks tasks,
            Delegations delegations,
            Allowed allowed,
            MatterDesk desk) {
        this.own = own;
        this.matters = matters;
        this.kinds = kinds;
        this.tasks = tasks;
        this.delegations = delegations;
        this.allowed = allowed;
        this.desk = desk;
    }

    @GetMapping
    @Permission(Actor.WORKER)
    ModelAndView list(
            Actor worker,
            @RequestParam(defaultValue = "false") boolean hidden,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before) {
        return new ModelAndView("portal/matters/list")
                .addObject("hidden", hidden)
                .addObject("page", own.page(worker, hidden, Cursor.of(after.orElse(null), before.orElse(null))));
    }

    @GetMapping("/{id}")
    @Permission(Actor.WORKER)
    ModelAndView matter(Actor worker, @PathVariable UUID id) {
        return new ModelAndView(PAGE, parts(worker, matters.find(id, worker))).addObject("form", Form.blank());
    }

    /** With the matter as a whole, or at the step that is in the worker's hands. */
    @PostMapping("/{id}/{action}")
    @Permission(Actor.WORKER)
    ModelAndView act(
            Actor worker,
            @PathVariable UUID id,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var matter = matters.find(id, worker);
        var kind = kinds.of(matter.kind());
        var what = Action.at(action);
        var form = Form.of(typed).with("action", what.name());
        var words = form.value("words").strip();
        var least = kind.words(what) == Action.Words.ASKED ? 2 : 0;
        var checked = form.check("words", words.length() >= least && words.length() <= LONGEST, "matter.words.length");
        if (checked.isWrong()) return checked.again(PAGE, parts(worker, matter));
        try {
            var step = what == Action.COMPLETE
                    ? mine(worker, matter).map(Task::publicId).orElseThrow()
                    : null;
            desk.act(worker, id, Act.of(what, step, words.isEmpty() ? null : words, TypedKey.of(form.value("key"))));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, parts(worker, matters.find(id, worker)));
        }
        Toast.after(next, "matter.done." + kind.wording(what));
        return new ModelAndView("redirect:/m/matters/" + id);
    }

    @PostMapping("/{id}/hide")
    @Permission(Actor.WORKER)
    @Unaudited("changes where one's own matter is shown")
    String hide(Actor worker, @PathVariable UUID id, @RequestParam boolean hidden, RedirectAttributes next) {
        own.hide(worker, id, hidden);
        Toast.after(next, hidden ? "portal.matters.hidden-now" : "portal.matters.shown-now");
        return "redirect:/m/matters";
    }

    private Optional<Task> mine(Actor worker, Matter matter) {
        var hands = delegations.hands(worker);
        return tasks.open(matter).stream().filter(task -> task.isFor(hands)).findFirst();
    }

    private Map<String, Object> parts(Actor worker, Matter matter) {
        var kind = kinds.of(matter.kind());
        var actions = new ArrayList<Action>();
        if (mine(worker, matter).isPresent()) actions.add(Action.COMPLETE);
        actions.addAll(allowed.withWhole(worker, matter));
        var parts = new HashMap<String, Object>();
        parts.put("matter", matter);
        parts.put("kind", kind);
        parts.put("shown", kind.shown(matter, worker));
        parts.put("timeline", matters.timeline(matter));
        parts.put("actions", List.copyOf(actions));
        parts.put("hidden", own.isHidden(worker, matter.publicId()));
        parts.put("key", TypedKey.fresh());
        return parts;
    }
}
