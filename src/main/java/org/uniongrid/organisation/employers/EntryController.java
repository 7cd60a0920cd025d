package org.uniongrid.organisation.employers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.CoverMode;
import org.uniongrid.organisation.CoverRule;
import org.uniongrid.organisation.Covers;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses where an employer is entered by hand and its entry is changed. */
@Controller
@RequestMapping("/organisation/employers")
class EntryController {

    private static final String PAGE = "organisation/employers/form";

    private final EmployerFacts facts;
    private final Namesakes namesakes;
    private final EmployerDesk desk;
    private final DraftForm drafts;
    private final Seats seats;
    private final UnitDirectory units;
    private final Clock clock;

    EntryController(
            EmployerFacts facts,
            Namesakes namesakes,
            EmployerDesk desk,
            DraftForm drafts,
            Seats seats,
            UnitDirectory units,
            Clock clock) {
        this.facts = facts;
        this.namesakes = namesakes;
        this.desk = desk;
        this.drafts = drafts;
        this.seats = seats;
        this.units = units;
        this.clock = clock;
    }

    /** Under a base union it is covered by that union; under a federation it may stand without one. */
    @GetMapping("/new")
    @Permission(EmployerDesk.EDIT)
    ModelAndView blank(Actor actor, @RequestParam Optional<UUID> under) {
        var unit = under(actor, under.map(UUID::toString).orElse(""));
        var near = seats.near(unit.scope());
        var form = Form.blank()
                .with("id", UUID.randomUUID())
                .with("from", LocalDate.now(clock))
                .with("mode", Covers.covers(unit.category(), CoverMode.JOINT) ? CoverMode.JOINT : "")
                .with("seat", near.isEmpty() ? "" : near.getFirst().text());
        return new ModelAndView(PAGE, parts(unit, null)).addObject("form", form);
    }

    @PostMapping
    @Permission(EmployerDesk.EDIT)
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var read = Form.of(typed);
        var unit = under(actor, read.value("under"));
        var form = cover(drafts.checked(read), unit);
        var parts = parts(unit, null);
        parts.put("taken", taken(actor, form));
        if (form.isWrong()) return form.again(PAGE, parts);
        var id = UUID.fromString(form.value("id"));
        try {
            var draft = drafts.draft(form);
            desk.add(actor, id, draft, newCover(form, unit));
            Toast.after(next, "employer.added", draft.name());
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(PAGE, parts);
        } catch (DuplicateKeyException quicker) {
            // the same form sent twice leads to the entry that it made; another entry with this code is shown
            if (!isThere(actor, id))
                return form.broken("uscc", EmployerDesk.taken()).again(PAGE, parts);
        }
        return new ModelAndView("redirect:/organisation/employers/" + id);
    }

    private boolean isThere(Actor actor, UUID id) {
        try {
            return facts.entry(id, actor.reach(EmployerDesk.EDIT)).publicId().equals(id);
        } catch (NoSuchElementException none) {
            return false;
        }
    }

    private static Form cover(Form form, UnitDirectory.Found unit) {
        var isId = form.value("id").matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        var checked = form.check(Form.WHOLE, isId, "employer.form.broken");
        if (DraftForm.blank(form, "mode")) return checked;
        var mode = CoverMode.of(form.value("mode"));
        return checked.check(
                        "mode",
                        mode.isPresent() && Covers.covers(unit.category(), mode.get()),
                        CoverRule.UNION_COVERS_IN_THIS_WAY.key())
                .check("from", DraftForm.date(form, "from").isPresent(), "post.date.invalid");
    }

    private static EmployerDesk.@Nullable NewCover newCover(Form form, UnitDirectory.Found unit) {
        if (DraftForm.blank(form, "mode")) return null;
        return new EmployerDesk.NewCover(
                unit,
                CoverMode.of(form.value("mode")).orElseThrow(),
                DraftForm.date(form, "from").orElseThrow());
    }

    /** The unit asked for, or else that of the actor's post. */
    private UnitDirectory.Found under(Actor actor, String asked) {
        var own = actor.chosen() == null ? null : actor.chosen().unitId();
        var unit = asked.isEmpty() ? own : id(asked);
        if (unit == null) throw new NoSuchElementException("No unit");
        return units.find(unit, actor.reach(EmployerDesk.EDIT));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NoSuchElementException("No unit", none);
        }
    }

    @GetMapping("/{id}/edit")
    @Permission(EmployerDesk.EDIT)
    ModelAndView ask(Actor actor, @PathVariable UUID id) {
        var entry = facts.entry(id, actor.reach(EmployerDesk.EDIT));
        return new ModelAndView(PAGE, parts(null, entry)).addObject("form", drafts.filled(entry.draft()));
    }

    @PostMapping("/{id}/edit")
    @Permission(EmployerDesk.EDIT)
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var entry = facts.entry(id, actor.reach(EmployerDesk.EDIT));
        var form = drafts.checked(drafts.over(entry.draft(), typed));
        var parts = parts(null, entry);
        parts.put("taken", taken(actor, form, id));
        if (form.isWrong()) return form.again(PAGE, parts);
        try {
            desk.change(actor, id, field -> DraftForm.seen(form, field), drafts.draft(form));
            Toast.after(next, "employer.changed");
            return new ModelAndView("redirect:/organisation/employers/" + id);
        } catch (ChangedMeanwhile meanwhile) {
            parts.put("meanwhile", meanwhile.now());
            return DraftForm.seen(form, meanwhile.now())
                    .wrong(Form.WHOLE, "employer.meanwhile")
                    .again(PAGE, parts);
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(PAGE, parts);
        } catch (DuplicateKeyException quicker) {
            return form.broken("uscc", EmployerDesk.taken()).again(PAGE, parts);
        }
    }

    private static String fieldOf(RuleBroken broken) {
        return switch (broken.rule()) {
            case EmployerRule rule ->
                switch (rule) {
                    case CREDIT_CODE_IS_NEW -> "uscc";
                    case SEAT_LIES_WITHIN_REACH -> "seat";
                    case CLOSING_COMES_AFTER_THE_FOUNDING -> "founded-on";
                    case INSURED_YEAR_HAS_BEGUN -> "year";
                    case STATE_IS_ANOTHER -> "state";
                    case STATE_CHANGES_TODAY_OR_EARLIER,
                            STATE_CHANGES_AFTER_THE_LAST_CHANGE,
                            CLOSING_COMES_AFTER_COVER_BEGAN -> "from";
                    case UNION_IS_ANOTHER -> Form.WHOLE;
                };
            case CoverRule rule -> rule == CoverRule.UNION_COVERS_IN_THIS_WAY ? "mode" : "from";
            default -> Form.WHOLE;
        };
    }

    /** The entry within reach that has this code already, to be opened from the form. */
    private Namesakes.@Nullable Namesake taken(Actor actor, Form form) {
        return taken(actor, form, new UUID(0, 0));
    }

    private Namesakes.@Nullable Namesake taken(Actor actor, Form form, UUID own) {
        return namesakes
                .withCode(DraftForm.creditCode(form), actor.reach(EmployerDesk.EDIT))
                .filter(one -> !one.publicId().equals(own))
                .orElse(null);
    }

    private Map<String, @Nullable Object> parts(
            UnitDirectory.@Nullable Found under, EmployerFacts.@Nullable Entry entry) {
        var parts = new HashMap<String, @Nullable Object>();
        parts.put("under", under);
        parts.put("employer", entry);
        if (under != null) parts.put("seats", seats.near(under.scope()));
        if (entry != null) parts.put("seats", seats.near(new Scope(entry.scope())));
        return parts;
    }
}
