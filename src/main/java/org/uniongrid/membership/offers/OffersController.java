package org.uniongrid.membership.offers;

import java.time.Clock;
import java.time.LocalDate;
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
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.membership.Offers;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** Addresses of what unions offer. */
@Controller
@RequestMapping("/membership/offers")
class OffersController {

    private static final String FORM = "membership/offers/new";
    private static final int LEAST = 2;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_WORDS = 2_000;

    private final OfferDesk desk;
    private final Offers offers;
    private final UnitDirectory units;
    private final Clock clock;

    OffersController(OfferDesk desk, Offers offers, UnitDirectory units, Clock clock) {
        this.desk = desk;
        this.offers = offers;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping
    @Permission(OfferDesk.EDIT)
    ModelAndView list(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before) {
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        return new ModelAndView(
                "membership/offers/list",
                Map.of("page", offers.page(actor.reach(OfferDesk.EDIT), cursor), "today", LocalDate.now(clock)));
    }

    @GetMapping("/new")
    @Permission(OfferDesk.EDIT)
    ModelAndView ask(Actor actor) {
        return new ModelAndView(FORM, parts(actor)).addObject("form", Form.blank());
    }

    @PostMapping
    @Permission(OfferDesk.EDIT)
    ModelAndView make(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = Form.of(typed);
        var unit = TypedKey.uuid(form.value("unit"));
        var title = form.value("title").strip();
        var words = form.value("words").strip();
        var until = form.day("until");
        var typedUntil = !form.value("until").isBlank();
        var checked = form.check("unit", unit.isPresent(), "door.unit.missing")
                .check("title", isWithin(title, LONGEST_TITLE), "offer.name.length", LEAST, LONGEST_TITLE)
                .check("words", isWithin(words, LONGEST_WORDS), "offer.words.length", LEAST, LONGEST_WORDS)
                .check("until", !typedUntil || isToCome(until), "offer.until.wrong");
        if (checked.isWrong()) return checked.again(FORM, parts(actor));
        desk.make(actor, unit.orElseThrow(), title, words, until.orElse(null));
        Toast.after(next, "offer.made");
        return new ModelAndView("redirect:/membership/offers");
    }

    @PostMapping("/{id}/end")
    @Permission(OfferDesk.EDIT)
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.end(actor, id);
        Toast.after(next, "offer.ended");
        return "redirect:/membership/offers";
    }

    private static boolean isWithin(String text, int most) {
        return text.length() >= LEAST && text.length() <= most;
    }

    private boolean isToCome(Optional<LocalDate> day) {
        return day.isPresent() && !day.get().isBefore(LocalDate.now(clock));
    }

    private Map<String, Object> parts(Actor actor) {
        return Map.of("units", units.tops(actor.reach(OfferDesk.EDIT)));
    }
}
