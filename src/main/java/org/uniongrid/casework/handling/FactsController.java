package org.uniongrid.casework.handling;

import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.casework.Grade;
import org.uniongrid.casework.Visit;
import org.uniongrid.casework.VisitForm;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** What a case is about, what it belongs to, and what its caller said of it. */
@Controller
@RequestMapping("/cases/{id}")
class FactsController {

    private static final int REASON = 200;
    private static final int EMPLOYER = 100;
    private static final int MOST_HEADS = 100_000;

    private final FactsDesk facts;
    private final VisitDesk visits;
    private final CaseController page;

    FactsController(FactsDesk facts, VisitDesk visits, CaseController page) {
        this.facts = facts;
        this.visits = visits;
        this.page = page;
    }

    @PostMapping("/facts")
    @Permission(ClaimController.HANDLE)
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = Form.of(typed).with("which", "facts");
        var kind = TypedKey.uuid(form.value("kind"));
        var grade = Arrays.stream(Grade.values())
                .filter(one -> one.name().equals(form.value("grade")))
                .findFirst();
        var heads = form.value("heads").strip();
        var employer = form.value("employer").strip();
        var reason = form.value("reason").strip();
        var checked = form.check("kind", kind.isPresent(), "case.kind.missing")
                .check("grade", grade.isPresent(), "case.grade.wrong")
                .check("heads", heads.matches("[1-9][0-9]{0,4}"), "case.heads.wrong", MOST_HEADS)
                .check(
                        "employer",
                        employer.isEmpty() || employer.length() >= 2 && employer.length() <= EMPLOYER,
                        "case.employer.length",
                        EMPLOYER)
                .check("reason", reason.length() >= 2 && reason.length() <= REASON, "case.reason.length", REASON);
        return page.done(actor, id, checked, next, CaseController.CORRECTED, () -> {
            var now = new FactsDesk.Facts(
                    kind.orElseThrow(), grade.orElseThrow(), Integer.parseInt(heads), employer, reason);
            facts.change(actor, id, now);
        });
    }

    @PostMapping("/relations")
    @Permission(ClaimController.HANDLE)
    ModelAndView relate(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = Form.of(typed).with("which", "relate");
        var number = form.value("number").strip();
        var checked = form.check("number", number.matches("[0-9]{4}-[0-9]{1,9}"), "case.relation.number");
        return page.done(
                actor,
                id,
                checked,
                next,
                "case.related",
                () -> facts.relate(actor, id, number, form.has("same", "true")));
    }

    @PostMapping("/relations/{other}/end")
    @Permission(ClaimController.HANDLE)
    String part(Actor actor, @PathVariable UUID id, @PathVariable UUID other, RedirectAttributes next) {
        facts.part(actor, id, other);
        Toast.after(next, "case.parted");
        return "redirect:/cases/" + id;
    }

    @PostMapping("/visits")
    @Permission(ClaimController.HANDLE)
    ModelAndView visit(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = Form.of(typed).with("which", "visit");
        var way = form.has("reached", "false") ? Visit.Way.UNREACHED : Visit.Way.CALL;
        var checked = VisitForm.checked(form, way == Visit.Way.CALL);
        return page.done(
                actor,
                id,
                checked,
                next,
                "case.visited",
                () -> visits.visit(actor, id, VisitForm.said(form, way, actor), TypedKey.of(form.value("key"))));
    }
}
