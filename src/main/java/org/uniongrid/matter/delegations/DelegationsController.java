package org.uniongrid.matter.delegations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Delegations;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** 委托: who has one's work while one is away, and whose work one has. */
@Controller
@RequestMapping("/matters/delegations")
class DelegationsController {

    private static final String PAGE = "matter/delegations/list";

    private final Delegations delegations;
    private final Clock clock;

    DelegationsController(Delegations delegations, Clock clock) {
        this.delegations = delegations;
        this.clock = clock;
    }

    @GetMapping
    @Permission("matter.handle")
    ModelAndView list(Actor actor) {
        var form = Form.blank().with("from", LocalDate.now(clock));
        return new ModelAndView(PAGE, parts(actor)).addObject("form", form);
    }

    @PostMapping
    @Permission("matter.handle")
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = Form.of(typed);
        var to = TypedKey.uuid(form.value("to"));
        var from = day(form.value("from"));
        var until = day(form.value("until"));
        var words = form.value("words").strip();
        var checked = form.check("to", to.isPresent(), "web.form.required")
                .check("from", from.isPresent(), "matter.delegations.date")
                .check("until", until.isPresent(), "matter.delegations.date")
                .check("words", words.length() >= 2 && words.length() <= 200, "matter.delegations.words.length");
        if (checked.isWrong()) return checked.again(PAGE, parts(actor));
        try {
            delegations.add(
                    actor, new Delegations.Order(to.orElseThrow(), from.orElseThrow(), until.orElseThrow(), words));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, parts(actor));
        }
        Toast.after(next, "matter.delegations.added");
        return new ModelAndView("redirect:/matters/delegations");
    }

    @PostMapping("/{id}/end")
    @Permission("matter.handle")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        delegations.end(actor, id);
        Toast.after(next, "matter.delegations.ended");
        return "redirect:/matters/delegations";
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private Map<String, Object> parts(Actor actor) {
        return Map.of(
                "all",
                delegations.of(actor),
                "colleagues",
                delegations.colleagues(actor),
                "today",
                LocalDate.now(clock));
    }
}
