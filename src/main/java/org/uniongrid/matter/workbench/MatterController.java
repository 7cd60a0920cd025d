package org.uniongrid.matter.workbench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.uniongrid.matter.Action;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.MatterKinds;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Papers;
import org.uniongrid.matter.SentFiles;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** One matter: what it is about, how it went, and what may be done now. */
@Controller
@RequestMapping("/matters/{id}")
class MatterController {

    private static final String PAGE = "matter/workbench/matter";

    private final MatterKinds kinds;
    private final Matters matters;
    private final MatterDesk desk;
    private final ActForms forms;
    private final MatterPage page;
    private final Papers papers;

    MatterController(
            MatterKinds kinds, Matters matters, MatterDesk desk, ActForms forms, MatterPage page, Papers papers) {
        this.kinds = kinds;
        this.matters = matters;
        this.desk = desk;
        this.forms = forms;
        this.page = page;
        this.papers = papers;
    }

    @GetMapping
    @Permission("matter.read")
    ModelAndView matter(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(PAGE, parts(actor, id, Form.blank())).addObject("form", Form.blank());
    }

    /** 呈批件: for a leader who decides on paper. */
    @GetMapping("/sheet")
    @Permission("matter.read")
    ModelAndView sheet(Actor actor, @PathVariable UUID id) {
        return new ModelAndView("matter/workbench/sheet", parts(actor, id, Form.blank()));
    }

    /** A step that waits: taken, answered, sent back, and so on. */
    @PostMapping("/steps/{step}/{action}")
    @Permission("matter.handle")
    ModelAndView step(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID step,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes next)
            throws IOException {
        var sent = SentFiles.of(files.getOrDefault("files", List.of()));
        return act(actor, id, step, Action.at(action), Form.of(typed), sent, next);
    }

    @PostMapping("/comment")
    @Permission("matter.handle")
    ModelAndView comment(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return whole(actor, id, Action.COMMENT, Form.of(typed), next);
    }

    @PostMapping("/copy")
    @Permission("matter.handle")
    ModelAndView copy(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return whole(actor, id, Action.COPY, Form.of(typed), next);
    }

    @PostMapping("/urge")
    @Permission("matter.ask")
    ModelAndView urge(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return whole(actor, id, Action.URGE, Form.of(typed), next);
    }

    @PostMapping("/withdraw")
    @Permission("matter.ask")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return whole(actor, id, Action.WITHDRAW, Form.of(typed), next);
    }

    @PostMapping("/close")
    @Permission("matter.ask")
    ModelAndView close(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return whole(actor, id, Action.CLOSE, Form.of(typed), next);
    }

    @PostMapping("/reopen")
    @Permission("matter.ask")
    ModelAndView reopen(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return whole(actor, id, Action.REOPEN, Form.of(typed), next);
    }

    private ModelAndView whole(Actor actor, UUID id, Action action, Form typed, RedirectAttributes next) {
        return act(actor, id, null, action, typed, List.of(), next);
    }

    private ModelAndView act(
            Actor actor,
            UUID id,
            @Nullable UUID step,
            Action action,
            Form typed,
            List<Papers.Sent> sent,
            RedirectAttributes next) {
        var kind = kinds.of(matters.find(id, actor).kind());
        var form = typed.with("action", action.name());
        if (form.typed().containsKey("find"))
            return new ModelAndView(PAGE, parts(actor, id, form)).addObject("form", form);
        var checked = ActForms.checked(form, kind, action, !sent.isEmpty());
        if (checked.isWrong()) return checked.again(PAGE, parts(actor, id, form));
        try {
            desk.act(actor, id, forms.act(form, action, step, papers.accept(sent), actor));
            Toast.after(next, "matter.done." + kind.wording(action));
            return new ModelAndView("redirect:/matters/" + id);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, parts(actor, id, form));
        }
    }

    private Map<String, Object> parts(Actor actor, UUID id, Form form) {
        return page.parts(actor, matters.find(id, actor), form);
    }
}
