package org.uniongrid.organisation.upward;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Form;
import org.uniongrid.web.Say;
import org.uniongrid.web.Toast;

/** Addresses of batches for the register above. */
@Controller
@RequestMapping("/organisation/upward/batches")
class BatchesController {

    private static final String READ = "organisation.upward.read";
    private static final String EDIT = "organisation.upward.edit";
    private static final String FORM = "organisation/upward/new";
    private static final String BATCH = "organisation/upward/batch";
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final UnitDirectory units;
    private final Batches batches;
    private final BatchFile file;
    private final UpwardDesk desk;
    private final MessageSource messages;
    private final Clock clock;

    BatchesController(
            UnitDirectory units,
            Batches batches,
            BatchFile file,
            UpwardDesk desk,
            MessageSource messages,
            Clock clock) {
        this.units = units;
        this.batches = batches;
        this.file = file;
        this.desk = desk;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @Permission("organisation.upward.read")
    String list(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before, Model model) {
        model.addAttribute("page", batches.page(actor.reach(READ), Cursor.of(after.orElse(null), before.orElse(null))));
        return "organisation/upward/batches";
    }

    @GetMapping("/new")
    @Permission("organisation.upward.edit")
    ModelAndView blank(Actor actor, @RequestParam UUID under) {
        var unit = units.find(under, actor.reach(EDIT));
        return new ModelAndView(FORM, Map.of("unit", unit))
                .addObject("form", Form.blank().with("which", "needed"));
    }

    @PostMapping
    @Permission("organisation.upward.edit")
    ModelAndView make(Actor actor, @RequestParam MultiValueMap<String, String> typed, @RequestParam UUID under) {
        var unit = units.find(under, actor.reach(EDIT));
        var form = Form.of(typed);
        try {
            var id = desk.make(actor, under, !form.value("which").equals("all"));
            return new ModelAndView("redirect:/organisation/upward/batches/" + id);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(FORM, Map.of("unit", unit));
        }
    }

    @GetMapping("/{id}")
    @Permission("organisation.upward.read")
    ModelAndView batch(Actor actor, @PathVariable UUID id) {
        var batch = batches.find(id, actor.reach(READ));
        var form = Form.blank()
                .with("day", batch.reportedOn() == null ? LocalDate.now(clock) : batch.reportedOn())
                .with("receipt", batch.receipt());
        return new ModelAndView(BATCH, parts(actor, batch)).addObject("form", form);
    }

    @PostMapping("/{id}/file")
    @Permission("organisation.upward.edit")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID id, Locale locale) throws IOException {
        var batch = desk.export(actor, id);
        var out = new ByteArrayOutputStream();
        file.write(out, batch, new Say(messages, locale, clock.getZone()));
        var disposition = ContentDisposition.attachment()
                .filename(batch.unitName() + "-" + batch.number() + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(out.toByteArray());
    }

    @PostMapping("/{id}/report")
    @Permission("organisation.upward.edit")
    ModelAndView report(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var batch = batches.find(id, actor.reach(EDIT));
        var form = Form.of(typed);
        var day = day(form.value("day"));
        var receipt = form.value("receipt").strip();
        form = form.check("day", day.isPresent(), "upward.day.wrong")
                .check("receipt", !receipt.isEmpty() && receipt.length() <= 100, "upward.receipt.missing");
        if (form.isWrong()) return form.again(BATCH, parts(actor, batch));
        try {
            desk.report(actor, id, day.orElseThrow(), receipt);
        } catch (RuleBroken broken) {
            var field = broken.rule() == UpwardRule.UPWARD_DAY_LIES_BETWEEN ? "day" : Form.WHOLE;
            return form.broken(field, broken).again(BATCH, parts(actor, batch));
        }
        Toast.after(next, "upward.reported.done");
        return new ModelAndView("redirect:/organisation/upward/batches/" + id);
    }

    @GetMapping("/{id}/discard")
    @Permission("organisation.upward.edit")
    String askToDiscard(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("batch", batches.find(id, actor.reach(EDIT)));
        return "organisation/upward/discard";
    }

    @PostMapping("/{id}/discard")
    @Permission("organisation.upward.edit")
    String discard(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.discard(actor, id);
        Toast.after(next, "upward.discarded.done");
        return "redirect:/organisation/upward/batches";
    }

    private Map<String, Object> parts(Actor actor, Batch batch) {
        return Map.of(
                "batch",
                batch,
                "rejected",
                batches.rejected(batch),
                "mayEdit",
                actor.may(EDIT),
                "mayImport",
                actor.may(EDIT) && actor.may("exchange.import"));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
