package org.uniongrid.casework.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.casework.CaseKind;
import org.uniongrid.casework.CaseKinds;
import org.uniongrid.casework.Channel;
import org.uniongrid.casework.EntryForm;
import org.uniongrid.casework.Yuan;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Papers;
import org.uniongrid.matter.SentFiles;
import org.uniongrid.web.Form;
import org.uniongrid.web.Templates;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** A worker writes what happened, on the phone 反映诉求. */
@Controller
@RequestMapping("/m/request")
class RequestController {

    private static final String PAGE = "casework/intake/request";

    private final EntryForm entries;
    private final IntakeDesk desk;
    private final Desks desks;
    private final CaseKinds kinds;
    private final Papers papers;
    private final Templates templates;

    RequestController(
            EntryForm entries, IntakeDesk desk, Desks desks, CaseKinds kinds, Papers papers, Templates templates) {
        this.entries = entries;
        this.desk = desk;
        this.desks = desks;
        this.kinds = kinds;
        this.papers = papers;
        this.templates = templates;
    }

    @GetMapping
    @Permission(Actor.WORKER)
    ModelAndView blank(Actor worker) {
        return new ModelAndView(PAGE, parts(worker))
                .addObject("form", Form.blank().with("key", TypedKey.fresh()));
    }

    @PostMapping
    @Permission(Actor.WORKER)
    ModelAndView ask(
            Actor worker,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Locale locale,
            RedirectAttributes next)
            throws IOException {
        var form = Form.of(typed);
        var to = desks.of(worker);
        var money = form.value("amount").strip();
        var checked = entries.checked(form)
                .check("amount", money.isEmpty() || Yuan.read(money).isPresent(), "case.amount.wrong")
                .check(Form.WHOLE, to.isPresent(), "case.request.nobody");
        if (checked.isWrong()) return checked.again(PAGE, parts(worker));
        try {
            var sent = papers.accept(SentFiles.of(files.getOrDefault("files", List.of())));
            var say = templates.say(locale);
            var whole = withAmount(form, say.of("case.request.about", money));
            var key = EntryForm.key(form);
            var matter = desk.ask(worker, to.orElseThrow().id(), entries.entry(worker, whole, Channel.PHONE, say), key);
            papers.attach(worker, matter, sent, false, key);
            Toast.after(next, "case.asked");
            return new ModelAndView("redirect:/m/matters/" + matter);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, parts(worker));
        }
    }

    /** A worker knows about how much, and not for which month: it stands in the words until an officer asks. */
    private static Form withAmount(Form form, String about) {
        var words = form.value("words").strip();
        if (form.value("amount").isBlank() || words.length() + about.length() > EntryForm.WORDS - 1) return form;
        return form.with("words", words + "\n" + about);
    }

    private Map<String, Object> parts(Actor worker) {
        var parts = new HashMap<String, Object>();
        parts.put("kinds", kinds.offered().stream().filter(CaseKind::onPhone).toList());
        parts.put("desk", desks.of(worker).map(Desks.Desk::name).orElse(""));
        parts.put("limits", papers.limits());
        return parts;
    }
}
