package org.uniongrid.casework.intake;

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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.casework.Callers;
import org.uniongrid.casework.CaseFiles;
import org.uniongrid.casework.CaseKinds;
import org.uniongrid.casework.Channel;
import org.uniongrid.casework.EntryForm;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.people.Persons;
import org.uniongrid.web.Form;
import org.uniongrid.web.Templates;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** The operator's page while somebody is on the line: one form, and beside it what helps to fill it in. */
@Controller
@RequestMapping("/cases")
class IntakeController {

    static final String ENTER = CaseFiles.ENTER;
    private static final String PAGE = "casework/intake/new";

    private final EntryForm entries;
    private final IntakeDesk desk;
    private final Callers callers;
    private final Earlier earlier;
    private final Snippets snippets;
    private final CaseKinds kinds;
    private final Templates templates;

    IntakeController(
            EntryForm entries,
            IntakeDesk desk,
            Callers callers,
            Earlier earlier,
            Snippets snippets,
            CaseKinds kinds,
            Templates templates) {
        this.entries = entries;
        this.desk = desk;
        this.callers = callers;
        this.earlier = earlier;
        this.snippets = snippets;
        this.kinds = kinds;
        this.templates = templates;
    }

    @GetMapping("/new")
    @Permission(ENTER)
    ModelAndView blank(Actor actor) {
        var form = Form.blank().with("key", TypedKey.fresh()).with("channel", Channel.HOTLINE.name());
        return new ModelAndView(PAGE, parts(actor, form)).addObject("form", form);
    }

    /** What is known by what was typed so far: asked in the body, for a phone number stands in no address. */
    @PostMapping("/look")
    @Permission(ENTER)
    @Unaudited("changes nothing")
    ModelAndView look(Actor actor, @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        return new ModelAndView(PAGE, parts(actor, form)).addObject("form", form);
    }

    @PostMapping
    @Permission(ENTER)
    ModelAndView write(
            Actor actor, @RequestParam MultiValueMap<String, String> typed, Locale locale, RedirectAttributes next) {
        var form = Form.of(typed);
        var checked = entries.checkedAtDesk(form);
        if (checked.isWrong()) return checked.again(PAGE, parts(actor, form));
        try {
            var entry = entries.entry(actor, form, EntryForm.channel(form), templates.say(locale));
            var matter = desk.write(actor, entry, EntryForm.key(form));
            Toast.after(next, "case.written");
            return new ModelAndView("redirect:/matters/" + matter);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, parts(actor, form));
        }
    }

    private Map<String, Object> parts(Actor actor, Form form) {
        var phone = EntryForm.phone(form);
        var before = phone == null
                ? List.<Earlier.Case>of()
                : earlier.of(callers.of(phone).stream().map(Persons.Known::id).toList(), actor);
        // whose phone it is, is told of those only who have a case that the operator sees
        var names = before.stream().map(Earlier.Case::caller).distinct().toList();
        var suggested = kinds.suggested(form.value("words") + form.value("title"));
        var helpful = entries.kind(form).map(List::of).orElse(suggested);
        var parts = new HashMap<String, Object>();
        parts.put("kinds", kinds.offered());
        parts.put("suggested", suggested);
        parts.put("snippets", snippets.of(helpful));
        parts.put("callers", names);
        parts.put("before", before);
        parts.put("same", earlier.about(form.value("employer").strip(), actor));
        parts.put("employers", entries.found(actor, form));
        parts.put("named", names.contains(form.value("caller").strip()));
        return parts;
    }
}
