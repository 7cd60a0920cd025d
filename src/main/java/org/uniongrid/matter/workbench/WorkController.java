package org.uniongrid.matter.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Addressees;
import org.uniongrid.matter.Delegations;
import org.uniongrid.matter.MatterKinds;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** What is to be done, and all matters within reach. */
@Controller
class WorkController {

    private static final String UNDONE = "undone";

    private final WorkList list;
    private final Batches batches;
    private final Delegations delegations;
    private final Addressees addressees;
    private final MatterKinds kinds;
    private final Clock clock;

    WorkController(
            WorkList list,
            Batches batches,
            Delegations delegations,
            Addressees addressees,
            MatterKinds kinds,
            Clock clock) {
        this.list = list;
        this.batches = batches;
        this.delegations = delegations;
        this.addressees = addressees;
        this.kinds = kinds;
        this.clock = clock;
    }

    @GetMapping("/matters")
    @Permission("matter.read")
    String list(
            Actor actor,
            @RequestParam Optional<String> box,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> q,
            @RequestParam Optional<UUID> post,
            @RequestParam Optional<String> late,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var chosen = Box.at(box);
        var narrow = Narrow.of(kind, state, q, post, late);
        model.addAttribute("box", chosen);
        model.addAttribute("narrow", narrow);
        model.addAttribute("kinds", kinds.all());
        model.addAttribute(
                "page", list.page(chosen, narrow, actor, Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("held", list.count(Box.HELD, actor));
        model.addAttribute("pool", list.count(Box.POOL, actor));
        model.addAttribute(
                "colleagues",
                chosen == Box.HELD && actor.may("matter.handle") ? delegations.colleagues(actor) : List.of());
        model.addAttribute(
                "told", chosen == Box.HELD && actor.may("matter.handle") ? addressees.choices("", actor) : List.of());
        if (!model.containsAttribute(UNDONE)) model.addAttribute(UNDONE, List.of());
        model.addAttribute("today", LocalDate.now(clock));
        return "matter/workbench/list";
    }

    /** Several of a list at once: each is done or not by itself, and those that are not are listed. */
    @PostMapping("/matters/batch")
    @Permission("matter.handle")
    String batch(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = Form.of(typed);
        var box = Batches.action(form) == Action.TAKE ? Box.POOL : Box.HELD;
        var outcome = batches.act(actor, form);
        if (outcome.chosen() == 0) Toast.after(next, "matter.batch.none");
        else if (outcome.undone().isEmpty()) Toast.after(next, "matter.batch.done", outcome.done());
        else {
            Toast.after(
                    next, "matter.batch.some", outcome.done(), outcome.undone().size());
            next.addFlashAttribute(UNDONE, outcome.undone());
        }
        return "redirect:/matters?box=" + box.path();
    }
}
