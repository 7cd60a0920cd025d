package org.uniongrid.exchange.exports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportColumn;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.web.Say;
import org.uniongrid.web.Toast;

/** Addresses of exports. Everybody sees their own. */
@Controller
@RequestMapping("/exchange/exports")
class ExportsController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** What the form sends besides the filter. */
    private static final Set<String> NO_FILTER = Set.of("kind", "column", "_csrf", "after", "before");

    private final ExportKinds kinds;
    private final Exports exports;
    private final ExportDesk desk;
    private final ExportNotices notices;
    private final MessageSource messages;
    private final ZoneId zone;

    ExportsController(
            ExportKinds kinds,
            Exports exports,
            ExportDesk desk,
            ExportNotices notices,
            MessageSource messages,
            ZoneId zone) {
        this.kinds = kinds;
        this.exports = exports;
        this.desk = desk;
        this.notices = notices;
        this.messages = messages;
        this.zone = zone;
    }

    @GetMapping
    @Permission("exchange.export")
    String list(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before, Model model) {
        model.addAttribute("page", exports.page(actor, Cursor.of(after.orElse(null), before.orElse(null))));
        return "exchange/exports/list";
    }

    /** What the list shows is asked for again: a few rows come at once, many lead to the page of their export. */
    @PostMapping
    @Permission("exchange.export")
    ResponseEntity<Resource> ask(
            Actor actor,
            @RequestParam String kind,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Locale locale) {
        var chosen = kinds.require(kind, actor);
        var say = new Say(messages, locale, zone);
        return switch (desk.ask(chosen, asked(chosen, typed), actor, request.getRemoteAddr(), say)) {
            case ExportDesk.Answer.Straight(var export, var workbook) ->
                download(export, new ByteArrayResource(workbook), locale);
            case ExportDesk.Answer.Begun(var export) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/exchange/exports/" + export.publicId()))
                        .build();
        };
    }

    @GetMapping("/{id}")
    @Permission("exchange.export")
    String export(Actor actor, @PathVariable UUID id, Model model) {
        var export = exports.find(id, actor);
        model.addAttribute("export", export);
        model.addAttribute("columns", headings(export));
        model.addAttribute("approvers", export.isWaiting() ? notices.approvers(export) : 0L);
        return "exchange/exports/export";
    }

    /** The workbook leaves the house, so this is no address that can be opened twice. */
    @PostMapping("/{id}/file")
    @Permission("exchange.export")
    ResponseEntity<Resource> file(Actor actor, @PathVariable UUID id, Locale locale) throws IOException {
        var export = exports.find(id, actor);
        return download(export, new InputStreamResource(desk.fetch(id, actor)), locale);
    }

    @PostMapping("/{id}/cancel")
    @Permission("exchange.export")
    String cancel(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        desk.cancel(id, actor);
        Toast.after(redirect, "export.cancelled.toast");
        return "redirect:/exchange/exports/" + id;
    }

    /** Message keys of what stands above the columns. */
    private List<String> headings(Export export) {
        var kind = kinds.named(export.kind());
        return export.asked().columns().stream()
                .map(key -> ExportBook.column(kind, key).heading())
                .toList();
    }

    /** Columns in the order of the kind; all of them where none is named. */
    private static ExportAsked asked(ExportKind kind, MultiValueMap<String, String> typed) {
        Map<String, String> filter = new HashMap<>();
        typed.toSingleValueMap().forEach((name, value) -> {
            if (!NO_FILTER.contains(name) && value != null && !value.isBlank()) filter.put(name, value.strip());
        });
        var named = typed.getOrDefault("column", List.of());
        var columns = kind.columns().stream()
                .map(ExportColumn::key)
                .filter(key -> named.isEmpty() || named.contains(key))
                .toList();
        return new ExportAsked(filter, columns);
    }

    private ResponseEntity<Resource> download(Export export, Resource workbook, Locale locale) {
        var title = messages.getMessage("export." + export.kind() + ".title", null, locale);
        var day = LocalDate.ofInstant(at(export), zone).toString();
        var name = messages.getMessage(
                "export.file", new Object[] {title, export.unit().name(), day}, locale);
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(workbook);
    }

    private static Instant at(Export export) {
        return export.finishedAt() == null ? export.askedAt() : export.finishedAt();
    }
}
