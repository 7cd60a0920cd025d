package org.uniongrid.casework.handling;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.casework.Claimant;
import org.uniongrid.casework.Claims;
import org.uniongrid.casework.Yuan;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.web.Form;
import org.uniongrid.web.TypedKey;

/** What is written down of claimants and their money. */
@Controller
@RequestMapping("/cases/{id}")
class ClaimController {

    static final String HANDLE = "matter.handle";
    private static final int REASON = 200;
    private static final int NAME = 40;

    private final ClaimDesk desk;
    private final CaseController page;

    ClaimController(ClaimDesk desk, CaseController page) {
        this.desk = desk;
        this.page = page;
    }

    @PostMapping("/claimants")
    @Permission(HANDLE)
    ModelAndView add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = asked(typed, "add");
        var read = Claims.read(form.value("claims"));
        var checked = reasoned(form, false);
        var fault = read.fault();
        if (fault.isPresent())
            checked = checked.wrong("claims", fault.get().key(), fault.get().line());
        else checked = checked.check("claims", !read.claims().isEmpty(), "case.claims.none");
        return page.done(
                actor,
                id,
                checked,
                next,
                CaseController.CORRECTED,
                () -> desk.add(actor, id, read.claims(), reason(form)));
    }

    @PostMapping("/claimants/{claimant}/wage")
    @Permission(HANDLE)
    ModelAndView wage(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID claimant,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = asked(typed, "wage-" + claimant);
        var month = month(form);
        var text = form.value("amount").strip();
        var amount = Yuan.read(text);
        var checked = reasoned(form, true)
                .check("month", month.isPresent(), "case.month.wrong")
                .check("amount", text.isEmpty() || text.equals("0") || amount.isPresent(), "case.amount.wrong");
        return page.done(
                actor,
                id,
                checked,
                next,
                CaseController.CORRECTED,
                () -> desk.owe(actor, id, claimant, month.orElseThrow(), amount.orElse(null), reason(form)));
    }

    @PostMapping("/claimants/{claimant}/rename")
    @Permission(HANDLE)
    ModelAndView rename(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID claimant,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = asked(typed, "rename-" + claimant);
        var name = form.value("name").strip();
        var checked = reasoned(form, false)
                .check("name", name.length() >= 2 && name.length() <= NAME, "case.caller.length", NAME);
        return page.done(
                actor,
                id,
                checked,
                next,
                CaseController.CORRECTED,
                () -> desk.rename(actor, id, claimant, name, reason(form)));
    }

    @PostMapping("/claimants/{claimant}/leave")
    @Permission(HANDLE)
    ModelAndView leave(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID claimant,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = asked(typed, "leave-" + claimant);
        var checked = reasoned(form, true);
        return page.done(
                actor,
                id,
                checked,
                next,
                CaseController.CORRECTED,
                () -> desk.leave(actor, id, claimant, form.value("reason").strip()));
    }

    @PostMapping("/claimants/{claimant}/agree")
    @Permission(HANDLE)
    ModelAndView agree(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID claimant,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = asked(typed, "agree-" + claimant);
        var amount = Yuan.read(form.value("amount"));
        var checked = reasoned(form, false).check("amount", amount.isPresent(), "case.amount.wrong");
        return page.done(
                actor,
                id,
                checked,
                next,
                CaseController.CORRECTED,
                () -> desk.agree(actor, id, claimant, amount.orElseThrow(), reason(form)));
    }

    @PostMapping("/claimants/{claimant}/pay")
    @Permission(HANDLE)
    ModelAndView pay(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID claimant,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = asked(typed, "pay-" + claimant);
        var amount = Yuan.read(form.value("amount"));
        var on = form.day("on");
        var evidence = form.value("evidence").strip();
        var way = way(form);
        var checked = form.check("amount", amount.isPresent(), "case.amount.wrong")
                .check("on", on.isPresent(), "case.on.wrong")
                .check("way", way.isPresent(), "case.way.wrong")
                .check(
                        "evidence",
                        evidence.length() >= 2 && evidence.length() <= REASON,
                        "case.evidence.length",
                        REASON);
        return page.done(actor, id, checked, next, CaseController.CORRECTED, () -> {
            var money =
                    new ClaimDesk.Money(amount.orElseThrow(), on.orElse(LocalDate.EPOCH), way.orElseThrow(), evidence);
            desk.pay(actor, id, claimant, money, TypedKey.of(form.value("key")));
        });
    }

    @PostMapping("/payments/{payment}/cancel")
    @Permission(HANDLE)
    ModelAndView cancel(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID payment,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = asked(typed, "cancel-" + payment);
        return page.done(
                actor,
                id,
                reasoned(form, true),
                next,
                CaseController.CORRECTED,
                () -> desk.cancel(actor, id, payment, form.value("reason").strip()));
    }

    /** Says which of the page's forms it is. */
    private static Form asked(MultiValueMap<String, String> typed, String which) {
        return Form.of(typed).with("which", which);
    }

    private static Form reasoned(Form form, boolean needed) {
        var reason = form.value("reason").strip();
        return form.check(
                "reason",
                reason.length() >= (needed ? 2 : 0) && reason.length() <= REASON,
                "case.reason.length",
                REASON);
    }

    private static @Nullable String reason(Form form) {
        var reason = form.value("reason").strip();
        return reason.isEmpty() ? null : reason;
    }

    private static Optional<YearMonth> month(Form form) {
        try {
            var month = YearMonth.parse(form.value("month").strip());
            return month.getYear() >= 1990 ? Optional.of(month) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Claimant.Way> way(Form form) {
        return Arrays.stream(Claimant.Way.values())
                .filter(way -> way.name().equals(form.value("way")))
                .findFirst();
    }
}
