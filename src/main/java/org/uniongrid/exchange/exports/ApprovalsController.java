package org.uniongrid.exchange.exports;

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

/** Addresses of exports that wait for somebody's approval. */
@Controller
@RequestMapping("/exchange/approvals")
class ApprovalsController {

    private final Approvals approvals;
    private final ApprovalDesk desk;
    private final ExportKinds kinds;

    ApprovalsController(Approvals approvals, ApprovalDesk desk, ExportKinds kinds) {
        this.approvals = approvals;
        this.desk = desk;
        this.kinds = kinds;
    }

    @GetMapping
    @Permission("exchange.export.approve")
    String list(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before, Model model) {
        var reach = actor.reach("exchange.export.approve");
        model.addAttribute("page", approvals.page(reach, Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("me", actor.personId());
        return "exchange/exports/approvals";
    }

    @GetMapping("/{id}")
    @Permission("exchange.export.approve")
    ModelAndView approval(Actor actor, @PathVariable UUID id) {
        return new ModelAndView("exchange/exports/approval", about(actor, id)).addObject("form", Form.blank());
    }

    @PostMapping("/{id}/approve")
    @Permission("exchange.export.approve")
    String approve(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        desk.approve(id, actor);
        Toast.after(redirect, "export.approved.toast");
        return "redirect:/exchange/approvals";
    }

    @PostMapping("/{id}/refuse")
    @Permission("exchange.export.approve")
    ModelAndView refuse(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes redirect) {
        var form = Form.of(typed);
        try {
            desk.refuse(id, actor, form.value("reason"));
        } catch (RuleBroken broken) {
            if (broken.rule() != ExportRule.EXPORT_REFUSED_FOR_A_REASON) throw broken;
            return form.broken("reason", broken).again("exchange/exports/approval", about(actor, id));
        }
        Toast.after(redirect, "export.refused.toast");
        return new ModelAndView("redirect:/exchange/approvals");
    }

    private Map<String, Object> about(Actor actor, UUID id) {
        var export = approvals.find(id, actor.reach("exchange.export.approve"));
        var kind = kinds.named(export.kind());
        var columns = export.asked().columns().stream()
                .map(key -> ExportBook.column(kind, key).heading())
                .toList();
        return Map.of(
                "export",
                export,
                "columns",
                columns,
                "personal",
                kind.personal(),
                "own",
                actor.isAbout(export.personId()));
    }
}
