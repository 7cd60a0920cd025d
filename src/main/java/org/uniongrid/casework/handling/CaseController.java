package org.uniongrid.casework.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.casework.CaseKinds;
import org.uniongrid.casework.Claimants;
import org.uniongrid.casework.Corrections;
import org.uniongrid.casework.Visits;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.Matters;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** The page of a case beside that of its matter: claims, money, corrections, cases that belong to it, follow-ups. */
@Controller
@RequestMapping("/cases/{id}")
class CaseController {

    static final String CORRECTED = "case.corrected";
    private static final String PAGE = "casework/handling/case";

    private final OpenCases cases;
    private final Claimants claimants;
    private final Corrections corrections;
    private final Visits visits;
    private final VisitDesk desk;
    private final Relations relations;
    private final CaseKinds kinds;
    private final Clock clock;

    CaseController(
            OpenCases cases,
            Claimants claimants,
            Corrections corrections,
            Visits visits,
            VisitDesk desk,
            Relations relations,
            CaseKinds kinds,
            Clock clock) {
        this.cases = cases;
        this.claimants = claimants;
        this.corrections = corrections;
        this.visits = visits;
        this.desk = desk;
        this.relations = relations;
        this.kinds = kinds;
        this.clock = clock;
    }

    @GetMapping
    @Permission(Matters.READ)
    ModelAndView one(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(PAGE, parts(actor, id)).addObject("form", Form.blank());
    }

    Map<String, Object> parts(Actor actor, UUID id) {
        var matter = cases.inside(actor, id);
        var file = cases.file(matter);
        var parts = new HashMap<String, Object>();
        parts.put("matter", matter);
        parts.put("file", file);
        parts.put("claimants", claimants.of(file));
        parts.put("corrections", corrections.of(file));
        parts.put("visits", visits.of(file));
        parts.put("visitWaits", desk.waiting(matter).isPresent());
        parts.put("relations", relations.of(file, actor));
        parts.put("kinds", kinds.offered());
        parts.put("mayWork", mayWork(actor, matter));
        parts.put("today", LocalDate.now(clock));
        parts.put("key", TypedKey.fresh());
        return parts;
    }

    /** One of the forms of the page: it comes back with what was typed, or the page as it is now. */
    ModelAndView done(Actor actor, UUID id, Form checked, RedirectAttributes next, String toast, Runnable deed) {
        var parts = parts(actor, id);
        if (checked.isWrong()) return checked.again(PAGE, parts);
        try {
            deed.run();
        } catch (RuleBroken broken) {
            return checked.broken(Form.WHOLE, broken).again(PAGE, parts);
        }
        Toast.after(next, toast);
        return new ModelAndView("redirect:/cases/" + id);
    }

    private static boolean mayWork(Actor actor, Matter matter) {
        return matter.isOpen() && actor.may("matter.handle");
    }
}
