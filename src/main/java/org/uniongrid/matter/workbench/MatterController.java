package org.uniongrid.matter.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Papers;
import org.uniongrid.matter.Task;
import org.uniongrid.matter.TypedKey;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** One matter: what it is about, how it went, and what may be done now. */
@Controller
@RequestMapping("/matters/{id}")
class MatterController {

    private static final String PAGE = "matter/workbench/matter";
    private static final int LONGEST = 2_000;

    private final Matters matters;
    private final MatterDesk desk;
    private final Papers papers;
    private final Clock clock;

    MatterController(Matters matters, MatterDesk desk, Papers papers, Clock clock) {
        this.matters = matters;
        this.desk = desk;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping
    @Permission("matter.read")
    ModelAndView matter(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(PAGE, parts(actor, matters.find(id, actor))).addObject("form", Form.blank());
    }

    /** A step that waits: taken, answered, sent back, and so on. */
    @PostMapping("/steps/{step}/{action}")
    @Permission("matter.handle")
    ModelAndView step(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID step,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return act(actor, id, step, Action.at(action), Form.of(typed), next);
    }

    @PostMapping("/comment")
    @Permission("matter.handle")
    ModelAndView comment(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return act(actor, id, null, Action.COMMENT, Form.of(typed), next);
    }

    @PostMapping("/urge")
    @Permission("matter.ask")
    ModelAndView urge(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return act(actor, id, null, Action.URGE, Form.of(typed), next);
    }

    @PostMapping("/withdraw")
    @Permission("matter.ask")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return act(actor, id, null, Action.WITHDRAW, Form.of(typed), next);
    }

    private ModelAndView act(
            Actor actor, UUID id, @Nullable UUID step, Action action, Form form, RedirectAttributes next) {
        var matter = matters.find(id, actor);
        var words = form.value("words").strip();
        var checked = checked(form.with("action", action.name()), action, words);
        if (checked.isWrong()) return checked.again(PAGE, parts(actor, matter));
        try {
            desk.act(
                    actor,
                    id,
                    new MatterDesk.Act(
                            action,
                            step,
                            words.isEmpty() ? null : words,
                            TypedKey.uuid(form.value("post")).orElse(null),
                            TypedKey.of(form.value("key"))));
            Toast.after(next, action.done());
            return new ModelAndView("redirect:/matters/" + id);
        } catch (RuleBroken broken) {
            return form.with("action", action.name())
                    .broken(Form.WHOLE, broken)
                    .again(PAGE, parts(actor, matters.find(id, actor)));
        }
    }

    private static Form checked(Form form, Action action, String words) {
        var least = action.words() == Action.Words.ASKED ? 2 : 0;
        return form.check("words", words.length() >= least && words.length() <= LONGEST, "matter.words.length")
                .check(
                        "post",
                        action != Action.HAND_OVER
                                || TypedKey.uuid(form.value("post")).isPresent(),
                        "web.form.required");
    }

    private Map<String, Object> parts(Actor actor, Matter matter) {
        var open = matters.open(matter);
        var mine = open.stream().filter(task -> task.isFor(actor)).findFirst().orElse(null);
        var parts = new HashMap<String, Object>();
        parts.put("matter", matter);
        parts.put("open", open);
        parts.put("shelf", papers.of(matter));
        parts.put("timeline", matters.timeline(matter));
        parts.put("today", LocalDate.now(clock));
        parts.put("acts", acts(actor, matter, mine));
        parts.put(
                "posts",
                mine == null
                        ? List.of()
                        : matters.posts(mine).stream()
                                .filter(post -> !post.id().equals(mine.post()))
                                .toList());
        parts.put("key", TypedKey.fresh());
        return parts;
    }

    /** What this actor may do now, the likeliest first. */
    private Acts acts(Actor actor, Matter matter, @Nullable Task mine) {
        if (!matter.isOpen()) return new Acts(null, List.of(), List.of());
        return new Acts(
                mine == null ? null : mine.publicId(),
                mine == null || !actor.may("matter.handle") ? List.of() : desk.allowed(actor, matter, mine),
                desk.allowed(actor, matter));
    }

    /** What may be done at the step that waits for the actor, and with the matter as a whole. */
    public record Acts(@Nullable UUID step, List<Action> atStep, List<Action> withWhole) {}
}
