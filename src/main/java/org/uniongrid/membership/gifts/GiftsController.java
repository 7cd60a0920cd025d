package org.uniongrid.membership.gifts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.uniongrid.membership.Gifts;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** Welcome gifts: what a union gives to those who join, and how many are left. */
@Controller
@RequestMapping("/membership/gifts")
class GiftsController {

    private static final String FORM = "membership/gifts/new";
    private static final int MOST = 100_000;

    private final GiftDesk desk;
    private final Gifts gifts;
    private final UnitDirectory units;
    private final Clock clock;

    GiftsController(GiftDesk desk, Gifts gifts, UnitDirectory units, Clock clock) {
        this.desk = desk;
        this.gifts = gifts;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping
    @Permission(GiftDesk.EDIT)
    ModelAndView list(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before) {
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        return new ModelAndView(
                "membership/gifts/list",
                Map.of("page", gifts.page(actor.reach(GiftDesk.EDIT), cursor), "today", LocalDate.now(clock)));
    }

    @GetMapping("/new")
    @Permission(GiftDesk.EDIT)
    ModelAndView ask(Actor actor) {
        var form = Form.blank().with("joined", LocalDate.now(clock));
        return new ModelAndView(FORM, parts(actor)).addObject("form", form);
    }

    @PostMapping
    @Permission(GiftDesk.EDIT)
    ModelAndView make(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = Form.of(typed);
        var unit = TypedKey.uuid(form.value("unit"));
        var name = form.value("name").strip();
        var place = form.value("place").strip();
        var stock = form.value("stock").strip();
        var joined = form.day("joined");
        var ends = form.day("ends");
        var inOrder = joined.isPresent() && ends.isPresent() && !ends.get().isBefore(joined.get());
        var checked = form.check("unit", unit.isPresent(), "door.unit.missing")
                .check("name", !name.isEmpty() && name.length() <= 40, "gift.name.length")
                .check("place", !place.isEmpty() && place.length() <= 60, "gift.place.length")
                .check("stock", stock.matches("[1-9][0-9]{0,5}") && Integer.parseInt(stock) <= MOST, "gift.stock.range")
                .check("joined", joined.isPresent(), "web.form.required")
                .check("ends", inOrder, "gift.ends.order");
        if (checked.isWrong()) return checked.again(FORM, parts(actor));
        desk.make(
                actor,
                unit.orElseThrow(),
                name,
                place,
                Integer.parseInt(stock),
                joined.orElseThrow(),
                ends.orElseThrow());
        Toast.after(next, "gift.made");
        return new ModelAndView("redirect:/membership/gifts");
    }

    @PostMapping("/{id}/end")
    @Permission(GiftDesk.EDIT)
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.end(actor, id);
        Toast.after(next, "gift.ended");
        return "redirect:/membership/gifts";
    }

    private Map<String, Object> parts(Actor actor) {
        List<UnitDirectory.Found> tops = units.tops(actor.reach(GiftDesk.EDIT));
        return Map.of("units", tops);
    }
}
