package org.uniongrid.access.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Reach;
import org.uniongrid.web.Say;

/** The trail for the audit administrator, who can change nothing in it. Looking at it is itself on it. */
@Controller
@RequestMapping("/access/trail")
class TrailController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final TrailList list;
    private final TrailExport export;
    private final Checks checks;
    private final AuditTrail trail;
    private final MessageSource messages;
    private final Clock clock;

    TrailController(
            TrailList list, TrailExport export, Checks checks, AuditTrail trail, MessageSource messages, Clock clock) {
        this.list = list;
        this.export = export;
        this.checks = checks;
        this.trail = trail;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @Permission("access.trail.read")
    String list(
            Actor actor,
            TrailFilter.Asked asked,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            @RequestHeader("HX-Target") Optional<String> part,
            Model model) {
        var filter = asked.on(LocalDate.now(clock));
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        // a band that asks how far a check is gets no entries, so it is no look
        var isBand = part.filter("check"::equals).isPresent();
        var reach = isBand ? Reach.Units.NONE : actor.reach("access.trail.read");
        model.addAttribute("page", list.page(reach, filter, cursor));
        model.addAttribute("filter", filter);
        model.addAttribute("known", list.known());
        model.addAttribute("state", checks.state());
        // the next page of a search is no new look
        if (cursor.row() == null && !isBand)
            trail.add(
                    actor,
                    Deed.of("access.trail.search", "access.trail", null, "").because(filter.inWords()));
        return "access/trail/list";
    }

    @GetMapping("/{id}")
    @Permission("access.trail.read")
    String entry(Actor actor, @PathVariable UUID id, Model model) {
        var row = list.find(actor.reach("access.trail.read"), id);
        model.addAttribute("row", row);
        model.addAttribute("changes", list.changes(row));
        return "access/trail/entry";
    }

    @GetMapping("/export")
    @Permission("access.trail.read")
    ResponseEntity<byte[]> export(Actor actor, TrailFilter.Asked asked, Locale locale) throws IOException {
        var filter = asked.on(LocalDate.now(clock));
        var rows = list.latest(actor.reach("access.trail.read"), filter);
        var file = new ByteArrayOutputStream();
        export.write(file, rows, filter, actor, new Say(messages, locale, clock.getZone()));
        trail.add(
                actor,
                Deed.of("access.trail.export", "access.trail", null, "")
                        .because(filter.inWords())
                        .with("entries", null, String.valueOf(Math.min(rows.size(), TrailList.MOST_EXPORTED))));
        var name = messages.getMessage(
                "trail.export.file", new Object[] {LocalDate.now(clock).toString()}, locale);
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(file.toByteArray());
    }

    @PostMapping("/checks")
    @Permission("access.trail.read")
    String check(Actor actor) {
        checks.start(actor);
        return "redirect:/access/trail";
    }
}
