package org.uniongrid.portal.own;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.uniongrid.access.AccessRule;
import org.uniongrid.access.Client;
import org.uniongrid.access.WorkerSession;
import org.uniongrid.exchange.PdfPapers;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.people.OwnData;
import org.uniongrid.web.Attachment;
import org.uniongrid.web.Form;
import org.uniongrid.web.Said;
import org.uniongrid.web.Say;
import org.uniongrid.web.Templates;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of a worker: to see, to take along, to close. Taking along and closing ask for a code to the phone. */
@Controller
@RequestMapping("/m/me/data")
class DataController {

    private static final int WAIT = 60;

    /** What asks for a code. The name is that of its page. */
    enum Step {
        EXPORT,
        CLOSE;

        String page() {
            return "portal/own/" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final DataDesk desk;
    private final PdfPapers papers;
    private final Templates templates;
    private final JsonMapper json;
    private final Clock clock;

    DataController(DataDesk desk, PdfPapers papers, Templates templates, JsonMapper json, Clock clock) {
        this.desk = desk;
        this.papers = papers;
        this.templates = templates;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    @Permission(Actor.WORKER)
    ModelAndView data(Actor worker) {
        return new ModelAndView("portal/own/data").addObject("told", desk.shown(worker));
    }

    @GetMapping("/export")
    @Permission(Actor.WORKER)
    ModelAndView askExport(Actor worker) {
        return ask(worker, Step.EXPORT);
    }

    @GetMapping("/close")
    @Permission(Actor.WORKER)
    ModelAndView askClose(Actor worker) {
        return ask(worker, Step.CLOSE);
    }

    private ModelAndView ask(Actor worker, Step step) {
        return new ModelAndView(step.page(), around(worker, false, 0)).addObject("form", Form.blank());
    }

    @PostMapping("/export/code")
    @Permission(Actor.WORKER)
    @Unaudited("a code to one's own phone")
    ModelAndView exportCode(
            Actor worker, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        return code(worker, Step.EXPORT, Form.of(typed), request);
    }

    @PostMapping("/close/code")
    @Permission(Actor.WORKER)
    @Unaudited("a code to one's own phone")
    ModelAndView closeCode(
            Actor worker, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        return code(worker, Step.CLOSE, Form.of(typed), request);
    }

    private ModelAndView code(Actor worker, Step step, Form typed, HttpServletRequest request) {
        var form = typed.with("code", "");
        try {
            if (!desk.sendCode(worker, Client.of(request)))
                return form.wrong("code", "portal.data.no-phone").again(step.page(), around(worker, false, 0));
        } catch (RuleBroken broken) {
            return form.broken("code", broken).again(step.page(), around(worker, true, 0));
        }
        return new ModelAndView(step.page(), around(worker, true, WAIT)).addObject("form", form);
    }

    @PostMapping("/export")
    @Permission(Actor.WORKER)
    Object export(Actor worker, @RequestParam MultiValueMap<String, String> typed, Locale locale) {
        var form = Form.of(typed);
        if (!desk.isProven(worker, form.value("code"))) return wrong(worker, form, Step.EXPORT);
        var parts = desk.takenAlong(worker);
        var say = templates.say(locale);
        if (form.has("format", "json"))
            return Attachment.of("my-data.json", MediaType.APPLICATION_JSON, json.writeValueAsBytes(words(parts, say)));
        var model = Map.of(
                "parts",
                parts,
                "name",
                worker.name(),
                "day",
                LocalDate.now(clock).toString());
        return Attachment.of("my-data.pdf", MediaType.APPLICATION_PDF, papers.print("portal/own/paper", say, model));
    }

    @PostMapping("/close")
    @Permission(Actor.WORKER)
    ModelAndView close(Actor worker, @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed).check("sure", typed.containsKey("sure"), "own.sure.missing");
        if (form.isWrong()) return form.again(Step.CLOSE.page(), around(worker, true, 0));
        if (!desk.isProven(worker, form.value("code"))) return wrong(worker, form, Step.CLOSE);
        try {
            desk.close(worker);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(Step.CLOSE.page(), around(worker, true, 0));
        }
        return new ModelAndView("redirect:" + WorkerSession.SIGN_IN);
    }

    private ModelAndView wrong(Actor worker, Form form, Step step) {
        return form.with("code", "")
                .wrong("code", AccessRule.PHONE_CODE_IS_RIGHT.key())
                .again(step.page(), around(worker, true, 0));
    }

    private Map<String, Object> around(Actor worker, boolean sent, int wait) {
        var model = new HashMap<String, Object>();
        model.put("sent", sent);
        model.put("wait", wait);
        model.put("all", desk.forgetsAll(worker));
        desk.maskedPhone(worker).ifPresent(phone -> model.put("where", Said.of("portal.data.code.to", phone)));
        return model;
    }

    private static Map<String, List<Map<String, String>>> words(List<OwnData.Part> parts, Say say) {
        var all = new LinkedHashMap<String, List<Map<String, String>>>();
        for (var part : parts)
            all.put(
                    say.of(part.title()),
                    part.facts().stream()
                            .map(fact ->
                                    Map.of(fact.label().in(say), fact.value().in(say)))
                            .toList());
        return all;
    }
}
