package org.uniongrid.exchange.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.exchange.FileRefused;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Addresses of imports. Everybody sees their own. */
@Controller
@RequestMapping("/exchange/imports")
class ImportsController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final JsonMapper ascii =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final ImportKinds kinds;
    private final ImportRuns runs;
    private final ImportDesk desk;
    private final ProblemList problems;
    private final ChangeList changes;
    private final ImportFiles files;
    private final MessageSource messages;

    ImportsController(
            ImportKinds kinds,
            ImportRuns runs,
            ImportDesk desk,
            ProblemList problems,
            ChangeList changes,
            ImportFiles files,
            MessageSource messages) {
        this.kinds = kinds;
        this.runs = runs;
        this.desk = desk;
        this.problems = problems;
        this.changes = changes;
        this.files = files;
        this.messages = messages;
    }

    @GetMapping
    @Permission("exchange.import")
    String list(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before, Model model) {
        model.addAttribute("page", runs.page(actor, Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("kinds", kinds.of(actor));
        return "exchange/imports/list";
    }

    @GetMapping("/new")
    @Permission("exchange.import")
    String choose(Actor actor, @RequestParam Optional<String> kind, Model model) {
        if (kind.isEmpty()) {
            model.addAttribute("kinds", kinds.of(actor));
            return "exchange/imports/choose";
        }
        var chosen = kinds.require(kind.get(), actor);
        var form = Form.blank();
        for (var choice : chosen.choices()) form = form.with(UploadText.field(choice), choice.byDefault());
        model.addAttribute("kind", chosen);
        model.addAttribute("form", form);
        return "exchange/imports/upload";
    }

    @GetMapping("/template")
    @Permission("exchange.import")
    ResponseEntity<byte[]> template(Actor actor, @RequestParam String kind, Locale locale) {
        var chosen = kinds.require(kind, actor);
        var name = messages.getMessage("import." + chosen.key() + ".title", null, locale);
        return download(
                messages.getMessage("import.template.file", new Object[] {name}, locale),
                files.template(chosen, locale));
    }

    @PostMapping
    @Permission("exchange.import")
    ModelAndView upload(
            Actor actor,
            @RequestParam String kind,
            @RequestParam Optional<MultipartFile> file,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes redirect)
            throws IOException {
        var chosen = kinds.require(kind, actor);
        var form = Form.of(typed);
        var sent = sent(chosen, file, form);
        if (sent.isEmpty()) return again(form.wrong("file", "import.refused.none"), chosen);
        try {
            var content = sent.get().content();
            var answers = answers(chosen, form);
            var twin = desk.twin(chosen, content, answers, actor);
            if (twin.isPresent()) {
                Toast.after(redirect, twin.get().isChecked() ? "import.twin.checked" : "import.twin.working");
                return new ModelAndView(
                        "redirect:/exchange/imports/" + twin.get().publicId());
            }
            var run = desk.upload(chosen, sent.get().name(), content, answers, actor);
            return new ModelAndView("redirect:/exchange/imports/" + run.publicId());
        } catch (FileRefused refused) {
            return again(form.wrong("file", refused.key(), refused.args()), chosen);
        }
    }

    private record Sent(String name, byte[] content) {}

    /** The file, or what was pasted in place of one. */
    private static Optional<Sent> sent(ImportKind kind, Optional<MultipartFile> file, Form form) throws IOException {
        var name = file.map(MultipartFile::getOriginalFilename).orElse("");
        if (file.isPresent() && !name.isEmpty())
            return Optional.of(new Sent(name, file.get().getBytes()));
        var pasted = form.value(UploadText.PASTED);
        if (pasted.isBlank()) return Optional.empty();
        return kind.pasting()
                .map(asCsv ->
                        new Sent(UploadText.PASTED + ".csv", asCsv.apply(pasted).getBytes(StandardCharsets.UTF_8)));
    }

    @GetMapping("/{id}")
    @Permission("exchange.import")
    String run(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> column,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            @RequestHeader("HX-Request") Optional<String> polled,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var run = runs.find(id, actor);
        if (polled.isPresent() && run.isCommitted()) tell(run, response, locale);
        model.addAttribute("run", run);
        model.addAttribute("column", column.orElse(null));
        model.addAttribute("seenAt", kinds.seenAt(run.kind()).orElse(null));
        model.addAttribute("counts", problems.counts(run));
        model.addAttribute(
                "page", problems.page(run, column.orElse(null), Cursor.of(after.orElse(null), before.orElse(null))));
        return "exchange/imports/run";
    }

    /** The page that was waiting hears of the end; a header carries ASCII only. */
    private void tell(ImportRun run, HttpServletResponse response, Locale locale) {
        var text = messages.getMessage("import.run.committed.toast", new Object[] {run.good()}, locale);
        var toast = ascii.writeValueAsString(Map.of("ug:toast", Map.of("kind", "ok", "text", text)));
        response.setHeader("HX-Trigger", toast);
    }

    @GetMapping("/{id}/changes")
    @Permission("exchange.import")
    String changes(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var run = runs.find(id, actor);
        model.addAttribute("run", run);
        model.addAttribute(
                "page",
                changes.page(run, kinds.nameColumn(run.kind()), Cursor.of(after.orElse(null), before.orElse(null))));
        return "exchange/imports/changes";
    }

    @GetMapping("/{id}/errors")
    @Permission("exchange.import")
    ResponseEntity<byte[]> errors(Actor actor, @PathVariable UUID id, Locale locale) {
        var run = runs.find(id, actor);
        return download(fileName("import.problems.file", run, locale), files.errors(run, locale));
    }

    /** All of it stands there only between the check and the end of the import. */
    @GetMapping("/{id}/returned")
    @Permission("exchange.import")
    ResponseEntity<byte[]> returned(Actor actor, @PathVariable UUID id, Locale locale) {
        var run = runs.find(id, actor);
        ImportRule.IMPORT_STILL_OPEN.require(run.isChecked());
        return download(fileName("import.returned.file", run, locale), files.whole(run, locale));
    }

    private String fileName(String key, ImportRun run, Locale locale) {
        return messages.getMessage(key, new Object[] {run.fileName().replaceFirst("(?i)\\.(xlsx|csv)$", "")}, locale);
    }

    @PostMapping("/{id}/commit")
    @Permission("exchange.import")
    String commit(Actor actor, @PathVariable UUID id, @RequestParam String mode) {
        desk.commit(id, mode.equals("all") ? ImportRun.Mode.ALL : ImportRun.Mode.GOOD, actor);
        return "redirect:/exchange/imports/" + id;
    }

    @PostMapping("/{id}/discard")
    @Permission("exchange.import")
    String discard(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        desk.discard(id, actor);
        Toast.after(redirect, "import.discarded.toast");
        return "redirect:/exchange/imports";
    }

    private static Map<String, Boolean> answers(ImportKind kind, Form form) {
        var answers = new HashMap<String, Boolean>();
        for (var choice : kind.choices()) answers.put(choice.key(), form.has(UploadText.field(choice), "true"));
        return answers;
    }

    private static ModelAndView again(Form form, ImportKind kind) {
        return form.again("exchange/imports/upload", Map.of("kind", kind));
    }

    private static ResponseEntity<byte[]> download(String name, byte[] content) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }
}
