package org.uniongrid.organisation.lines;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Again;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.TypedSpan;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.organisation.UnitDirectory.Found;
import org.uniongrid.organisation.UnitHeads;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses of the lines of industries: all of them, a new one, one of them, and who stands in it. */
@Controller
@RequestMapping("/organisation")
class LinesController {

    private static final String NEW = "organisation/lines/new-line";
    private static final String PUT = "organisation/lines/put";
    private static final String TAKE_OUT = "organisation/lines/take-out";
    private static final int LONGEST_NAME = 60;

    private final Lines lines;
    private final UnitDirectory directory;
    private final LineDesk desk;
    private final Clock clock;

    LinesController(Lines lines, UnitDirectory directory, LineDesk desk, Clock clock) {
        this.lines = lines;
        this.directory = directory;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/lines")
    @Permission(UnitHeads.READ)
    String all(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before, Model model) {
        model.addAttribute(
                "page", lines.page(actor.reach(UnitHeads.READ), Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("today", today());
        return "organisation/lines/lines";
    }

    @GetMapping("/lines/{id}")
    @Permission(UnitHeads.READ)
    String line(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var reach = actor.reach(UnitHeads.READ);
        var line = lines.find(id, reach);
        model.addAttribute("line", line);
        model.addAttribute("page", lines.standing(line, reach, Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("today", today());
        return "organisation/lines/line";
    }

    /** First a federation to look for, then the line. */
    @GetMapping("/lines/new")
    @Permission(LineDesk.EDIT)
    ModelAndView blank(Actor actor, @RequestParam Optional<String> q) {
        var words = q.map(String::strip).orElse("");
        return new ModelAndView(NEW, found(words, actor.reach(LineDesk.EDIT), true))
                .addObject("form", Form.blank().with("from", today()));
    }

    private Map<String, Object> found(String words, Reach reach, boolean onlyHeads) {
        var found = words.isEmpty() ? List.<Found>of() : directory.withWords(words, reach);
        return new HashMap<>(Map.of(
                "q",
                words,
                "found",
                found.stream()
                        .filter(unit -> !onlyHeads || unit.category() == Category.INDUSTRIAL)
                        .toList()));
    }

    @PostMapping("/lines")
    @Permission(LineDesk.EDIT)
    ModelAndView create(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var reach = actor.reach(LineDesk.EDIT);
        var form = TypedSpan.required(Form.of(typed).require("name", "head"), "from");
        var name = form.value("name").strip();
        form = form.check(
                "name", name.length() >= 2 && name.length() <= LONGEST_NAME, "line.name.length", LONGEST_NAME);
        var parts = found(form.value("q").strip(), reach, true);
        if (form.isWrong()) return form.again(NEW, parts);
        var head = directory.find(idOf(form.value("head")), reach);
        try {
            var from = TypedSpan.date(form, "from").orElseThrow();
            var id = desk.create(actor, name, head, from);
            Toast.after(next, "line.created", name);
            return new ModelAndView("redirect:/organisation/lines/" + id);
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(NEW, parts);
        }
    }

    @GetMapping("/lines/{id}/units/new")
    @Permission(LineDesk.EDIT)
    ModelAndView askWhom(Actor actor, @PathVariable UUID id, @RequestParam Optional<String> q) {
        var reach = actor.reach(LineDesk.EDIT);
        var line = lines.find(id, reach);
        return new ModelAndView(PUT, parts(line, q.map(String::strip).orElse(""), reach))
                .addObject("form", Form.blank().with("from", today()).with("parent", line.head()));
    }

    private Map<String, Object> parts(Line line, String words, Reach reach) {
        var parts = found(words, reach, false);
        parts.put("line", line);
        parts.put("parents", lines.parents(line, reach));
        return parts;
    }

    @PostMapping("/lines/{id}/units")
    @Permission(LineDesk.EDIT)
    ModelAndView put(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var reach = actor.reach(LineDesk.EDIT);
        var line = lines.find(id, reach);
        var form = TypedSpan.optional(TypedSpan.required(Form.of(typed).require("unit", "parent"), "from"), "until");
        var parts = parts(line, form.value("q").strip(), reach);
        if (form.isWrong()) return form.again(PUT, parts);
        var unit = directory.find(idOf(form.value("unit")), reach);
        var parent = directory.find(idOf(form.value("parent")), reach);
        var span = new LineDesk.Span(
                TypedSpan.date(form, "from").orElseThrow(),
                TypedSpan.date(form, "until").orElse(null));
        try {
            Again.evenIfAnotherWasQuicker(() -> {
                desk.put(actor, line, unit, parent, span);
                return unit;
            });
            Toast.after(next, "line.put.done", unit.name(), line.name());
            return new ModelAndView("redirect:" + line.href());
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(PUT, parts);
        }
    }

    @GetMapping("/lines/{id}/units/{unit}/take-out")
    @Permission(LineDesk.EDIT)
    ModelAndView askToTakeOut(Actor actor, @PathVariable UUID id, @PathVariable UUID unit) {
        var reach = actor.reach(LineDesk.EDIT);
        return new ModelAndView(TAKE_OUT)
                .addObject("line", lines.find(id, reach))
                .addObject("unit", directory.find(unit, reach))
                .addObject("form", Form.blank().with("day", today()));
    }

    @PostMapping("/lines/{id}/units/{unit}/take-out")
    @Permission(LineDesk.EDIT)
    ModelAndView takeOut(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID unit,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var reach = actor.reach(LineDesk.EDIT);
        var line = lines.find(id, reach);
        var found = directory.find(unit, reach);
        var form = TypedSpan.required(Form.of(typed), "day");
        var parts = Map.of("line", line, "unit", found);
        if (form.isWrong()) return form.again(TAKE_OUT, parts);
        try {
            desk.takeOut(actor, line, found, TypedSpan.date(form, "day").orElseThrow());
        } catch (RuleBroken broken) {
            return form.broken("day", broken).again(TAKE_OUT, parts);
        }
        Toast.after(next, "line.taken-out", found.name(), line.name());
        return new ModelAndView("redirect:" + line.href());
    }

    private static String fieldOf(RuleBroken broken) {
        if (!(broken.rule() instanceof LineRule rule)) return Form.WHOLE;
        return switch (rule) {
            case LINE_NAME_IS_NEW -> "name";
            case LINE_IS_HEADED_BY_AN_INDUSTRY_FEDERATION -> "head";
            case PARENT_STANDS_IN_THIS_LINE_THEN -> "parent";
            case UNIT_STANDS_IN_THE_TREE_THEN -> "from";
            case STAND_IN_A_LINE_ENDS_AFTER_IT_BEGINS -> "until";
            case UNIT_STANDS_IN_THIS_LINE_ONCE -> "unit";
            case LINE_IS_NOT_OVER, UNIT_STANDS_IN_THIS_LINE_NOW, NOTHING_STANDS_BELOW_IN_THIS_LINE -> Form.WHOLE;
        };
    }

    private static UUID idOf(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            throw new NoSuchElementException("No unit " + typed.length(), none);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
