package org.uniongrid.matter.papers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.PaperDownload;
import org.uniongrid.matter.SentFiles;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** The papers of one matter. A paper is never part of a page of ours: it is taken along, or shown by itself. */
@Controller
@RequestMapping("/matters/{id}/papers")
class PapersController {

    private static final String PAGE = "matter/papers/papers";

    private final Matters matters;
    private final PaperDesk desk;

    PapersController(Matters matters, PaperDesk desk) {
        this.matters = matters;
        this.desk = desk;
    }

    @GetMapping
    @Permission("matter.read")
    ModelAndView papers(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(PAGE, parts(matters.find(id, actor))).addObject("form", Form.blank());
    }

    @PostMapping
    @Permission("matter.handle")
    ModelAndView add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes next)
            throws IOException {
        var matter = matters.find(id, actor);
        var form = Form.of(typed);
        var sent = SentFiles.of(files.getOrDefault("files", List.of()));
        var checked = form.check("files", !sent.isEmpty(), "matter.papers.none");
        if (checked.isWrong()) return checked.again(PAGE, parts(matter));
        try {
            desk.attach(actor, id, desk.accept(sent), form.has("inside", "true"), TypedKey.of(form.value("key")));
            Toast.after(next, "matter.done.attach");
            return new ModelAndView("redirect:/matters/" + id);
        } catch (RuleBroken broken) {
            return form.broken("files", broken).again(PAGE, parts(matter));
        }
    }

    @GetMapping("/{paper}")
    @Permission("matter.read")
    ResponseEntity<byte[]> paper(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID paper,
            @RequestParam MultiValueMap<String, String> asked,
            HttpServletResponse response) {
        return PaperDownload.of(desk.give(actor, id, paper), asked.containsKey("show"), response);
    }

    @PostMapping("/{paper}/remove")
    @Permission("matter.handle")
    String remove(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID paper,
            @RequestParam String key,
            RedirectAttributes next) {
        desk.remove(actor, id, paper, TypedKey.of(key));
        Toast.after(next, "matter.done.detach");
        return "redirect:/matters/" + id;
    }

    private Map<String, Object> parts(Matter matter) {
        var parts = new HashMap<String, Object>();
        parts.put("matter", matter);
        parts.put("shelf", desk.of(matter));
        parts.put("key", TypedKey.fresh());
        return parts;
    }
}
