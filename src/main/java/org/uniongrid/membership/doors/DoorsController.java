package org.uniongrid.membership.doors;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.uniongrid.exchange.PdfPapers;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.membership.Decides;
import org.uniongrid.membership.Doors;
import org.uniongrid.membership.Roll;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Attachment;
import org.uniongrid.web.Form;
import org.uniongrid.web.Templates;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** The codes of the unions within reach. */
@Controller
@RequestMapping("/membership/doors")
class DoorsController {

    private static final String FORM = "membership/doors/new";
    private static final String PAGE = "membership/doors/door";
    private static final int LONGEST = 40;
    private static final int DAYS = 30;

    private final DoorDesk desk;
    private final Doors doors;
    private final UnitDirectory units;
    private final PdfPapers papers;
    private final Templates templates;
    private final Clock clock;

    DoorsController(
            DoorDesk desk, Doors doors, UnitDirectory units, PdfPapers papers, Templates templates, Clock clock) {
        this.papers = papers;
        this.templates = templates;
        this.desk = desk;
        this.doors = doors;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping
    @Permission(DoorDesk.EDIT)
    ModelAndView list(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before) {
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        return new ModelAndView(
                "membership/doors/list", Map.of("page", doors.page(actor.reach(DoorDesk.EDIT), cursor)));
    }

    @GetMapping("/new")
    @Permission(DoorDesk.EDIT)
    ModelAndView ask(Actor actor, @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        return new ModelAndView(FORM, parts(actor, form)).addObject("form", form);
    }

    @PostMapping
    @Permission(DoorDesk.EDIT)
    ModelAndView make(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = Form.of(typed);
        if (typed.containsKey("find")) return new ModelAndView(FORM, parts(actor, form)).addObject("form", form);
        var label = form.value("label").strip();
        var unit = TypedKey.uuid(form.value("unit"));
        var decides = decides(form);
        var checked = form.check("unit", unit.isPresent(), "door.unit.missing")
                .check("label", !label.isEmpty() && label.length() <= LONGEST, "door.label.length", LONGEST)
                .check("decides", decides.isPresent(), "door.decides.missing");
        if (checked.isWrong()) return checked.again(FORM, parts(actor, form));
        try {
            var id = desk.make(actor, unit.orElseThrow(), label, decides.orElseThrow());
            Toast.after(next, "door.made");
            return new ModelAndView("redirect:/membership/doors/" + id);
        } catch (RuleBroken broken) {
            return form.broken("unit", broken).again(FORM, parts(actor, form));
        }
    }

    @GetMapping("/{id}")
    @Permission(DoorDesk.EDIT)
    ModelAndView door(Actor actor, @PathVariable UUID id) {
        var door = doors.find(id, actor.reach(DoorDesk.EDIT));
        var today = LocalDate.now(clock);
        var parts = new HashMap<String, Object>();
        parts.put("door", door);
        parts.put("address", address(door.path()));
        parts.put("latest", doors.count(door, today.minusDays(DAYS - 1L)));
        parts.put("all", doors.count(door, LocalDate.EPOCH));
        return new ModelAndView(PAGE, parts);
    }

    /** For the wall beside the gate. */
    @GetMapping("/{id}/poster")
    @Permission(DoorDesk.EDIT)
    ResponseEntity<byte[]> poster(Actor actor, @PathVariable UUID id, Locale locale) {
        var door = doors.find(id, actor.reach(DoorDesk.EDIT));
        var paper = papers.print(
                "membership/doors/poster",
                templates.say(locale),
                Map.of("door", door, "address", address(door.path())));
        return Attachment.of(door.code() + ".pdf", MediaType.APPLICATION_PDF, paper);
    }

    @PostMapping("/{id}/end")
    @Permission(DoorDesk.EDIT)
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        try {
            desk.end(actor, id);
            Toast.after(next, "door.ended");
        } catch (RuleBroken broken) {
            Toast.after(next, broken.rule().key());
        }
        return "redirect:/membership/doors/" + id;
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    private static Optional<Decides> decides(Form form) {
        return Arrays.stream(Decides.values())
                .filter(one -> one.name().equals(form.value("decides")))
                .findFirst();
    }

    /** A union that was chosen on another page, or those that were looked for. */
    private Map<String, Object> parts(Actor actor, Form form) {
        var reach = actor.reach(DoorDesk.EDIT);
        var sought = form.value("q").strip();
        var found = sought.isEmpty() ? units.tops(reach) : units.withWords(sought, reach);
        var chosen = TypedKey.uuid(form.value("unit")).map(id -> units.find(id, reach));
        var all = new java.util.LinkedHashSet<UnitDirectory.Found>();
        chosen.ifPresent(all::add);
        found.stream().filter(unit -> Roll.takesMembers(unit.category())).forEach(all::add);
        return Map.of("units", java.util.List.copyOf(all));
    }
}
