package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.ChangeDesk.PERMISSION;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Matters;

/** What an order that waits for consent would bring about, in full, for whoever could order it alone. */
@Controller
@RequestMapping("/structure/prepared")
class PreparedController {

    private final Matters matters;
    private final PreparedBook book;
    private final ChangeDesk desk;
    private final OrderForms forms;

    PreparedController(Matters matters, PreparedBook book, ChangeDesk desk, OrderForms forms) {
        this.matters = matters;
        this.book = book;
        this.desk = desk;
        this.forms = forms;
    }

    /** One that is over, or breaks a rule so early that there is nothing to rehearse, is told of by its matter. */
    @GetMapping("/{id}")
    @Permission("organisation.unit.restructure")
    ModelAndView rehearsal(Actor actor, @PathVariable UUID id) {
        var matter = matters.find(id, actor);
        var kept = book.find(id).orElseThrow(() -> new NoSuchElementException("No order for " + id));
        var back = new ModelAndView("redirect:/matters/" + id);
        if (!matter.isOpen()) return back;
        try {
            var rehearsal = desk.look(kept.order(), actor.reach(PERMISSION)).rehearsal();
            var change = kept.order().change();
            return new ModelAndView("structure/changes/prepared")
                    .addObject("matter", matter)
                    .addObject("rehearsal", rehearsal)
                    .addObject("changed", rehearsal.basis().differences(kept.basis()))
                    .addObject(
                            "offer",
                            forms.of(change.kind(), change.unit(), "", named(change), actor.reach(PERMISSION)));
        } catch (RuleBroken broken) {
            return back;
        }
    }

    private static List<UUID> named(Change change) {
        return switch (change) {
            case Change.Move it -> List.of(it.parent());
            case Change.Merge it -> it.others();
            case Change.Dissolve it ->
                Stream.of(it.heir(), it.cover()).flatMap(Stream::ofNullable).toList();
            case Change.Create _, Change.Rename _, Change.Split _, Change.Suspend _, Change.Resume _ -> List.of();
        };
    }
}
