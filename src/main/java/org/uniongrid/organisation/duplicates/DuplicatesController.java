package org.uniongrid.organisation.duplicates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
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

/** Addresses of likely duplicates, and of the page that merges two entries. */
@Controller
@RequestMapping("/organisation/employers")
class DuplicatesController {

    private static final String MERGE = "organisation/duplicates/merge";
    private static final String GONE = "gone";

    private final PairList pairs;
    private final PairDesk apart;
    private final Twins twins;
    private final MergeDesk desk;
    private final Clock clock;

    DuplicatesController(PairList pairs, PairDesk apart, Twins twins, MergeDesk desk, Clock clock) {
        this.pairs = pairs;
        this.apart = apart;
        this.twins = twins;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/duplicates")
    @Permission(MergeDesk.EDIT)
    String list(
            Actor actor,
            @RequestParam Optional<Boolean> apart,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        model.addAttribute("page", pairs.page(actor.reach(MergeDesk.EDIT), apart.orElse(false), cursor));
        model.addAttribute("apart", apart.orElse(false));
        return "organisation/duplicates/list";
    }

    @PostMapping("/duplicates/{id}/apart")
    @Permission(MergeDesk.EDIT)
    String setApart(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        apart.setApart(actor, id);
        Toast.after(next, "employer.pair.set-apart.done");
        return "redirect:/organisation/employers/duplicates";
    }

    @PostMapping("/duplicates/{id}/together")
    @Permission(MergeDesk.EDIT)
    String askAgain(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        apart.askAgain(actor, id);
        Toast.after(next, "employer.pair.together.done");
        return "redirect:/organisation/employers/duplicates?apart=true";
    }

    /** The first entry stays, the other goes; the page shows what differs and what moves. */
    @GetMapping("/{id}/merge/{other}")
    @Permission(MergeDesk.EDIT)
    ModelAndView ask(Actor actor, @PathVariable UUID id, @PathVariable UUID other) {
        var merge = merge(actor, id, other);
        return new ModelAndView(MERGE, parts(merge)).addObject("form", Form.blank());
    }

    @PostMapping("/{id}/merge/{other}")
    @Permission(MergeDesk.EDIT)
    ModelAndView merge(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID other,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var merge = merge(actor, id, other);
        var form = Form.of(typed);
        var fromGone = new HashSet<String>();
        typed.forEach((field, values) -> {
            if (values.contains(GONE)) fromGone.add(field);
        });
        try {
            desk.merge(actor, id, other, new MergeDesk.Chosen(form.value("seen"), fromGone));
            Toast.after(next, "employer.merge.done");
            return new ModelAndView("redirect:/organisation/employers/" + id);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(MERGE, parts(merge));
        } catch (DataIntegrityViolationException unfit) {
            return form.wrong(Form.WHOLE, "employer.merge.unfit").again(MERGE, parts(merge));
        }
    }

    private Merge merge(Actor actor, UUID id, UUID other) {
        var reach = actor.reach(MergeDesk.EDIT);
        var merge = new Merge(twins.find(id, reach), twins.find(other, reach));
        MergeRule.ENTRIES_ARE_TWO.require(!id.equals(other));
        return merge;
    }

    private Map<String, Object> parts(Merge merge) {
        return Map.of(
                "merge", merge, "seen", Twin.fingerprint(merge.kept(), merge.gone()), "today", LocalDate.now(clock));
    }
}
