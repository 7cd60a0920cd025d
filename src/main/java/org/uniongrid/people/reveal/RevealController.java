package org.uniongrid.people.reveal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Form;

/**
 * Asks for a purpose and shows one value once. The value stands in the answer to a POST and nowhere else: in no address,
 * no session, no log and no cache.
 */
@Controller
@RequestMapping("/people/persons/{person}/{field}/reveal")
class RevealController {

    private static final int LONGEST_WORDS = 200;

    private final RevealDesk desk;
    private final Quota quota;

    RevealController(RevealDesk desk, Quota quota) {
        this.desk = desk;
        this.quota = quota;
    }

    @GetMapping
    @Permission("people.identity.reveal")
    ModelAndView ask(
            Actor actor, @PathVariable UUID person, @PathVariable String field, @RequestParam Optional<String> back) {
        var form = Form.blank().with("back", back.orElse(""));
        return new ModelAndView("people/reveal/ask", about(desk.find(person, field, actor), actor, form))
                .addObject("form", form);
    }

    @PostMapping
    @Permission("people.identity.reveal")
    ModelAndView reveal(
            Actor actor,
            @PathVariable UUID person,
            @PathVariable String field,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        var subject = desk.find(person, field, actor);
        var form = Form.of(typed).require("purpose", "words");
        var purpose = purpose(form.value("purpose"));
        form = form.check("purpose", purpose.isPresent(), "web.form.required")
                .check("words", form.value("words").length() <= LONGEST_WORDS, "reveal.words.too-long", LONGEST_WORDS);
        if (form.isWrong() || purpose.isEmpty()) return again(form, subject, actor);
        try {
            var value = desk.reveal(subject, purpose.get(), form.value("words"), actor);
            return new ModelAndView("people/reveal/shown", about(subject, actor, form)).addObject("value", value);
        } catch (RuleBroken broken) {
            return again(form.wrong(Form.WHOLE, broken.rule().key(), quota.perDay()), subject, actor);
        }
    }

    private ModelAndView again(Form form, Subject subject, Actor actor) {
        return form.again("people/reveal/ask", about(subject, actor, form));
    }

    private Map<String, Object> about(Subject subject, Actor actor, Form form) {
        var model = new HashMap<String, Object>();
        model.put("subject", subject);
        model.put("purposes", Arrays.stream(Purpose.values()).map(Purpose::key).toList());
        model.put("left", quota.left(actor.personId()));
        model.put("perDay", quota.perDay());
        model.put("back", place(form.value("back")));
        return model;
    }

    private static Optional<Purpose> purpose(String key) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.key().equals(key))
                .findFirst();
    }

    /** A page of ours to go back to, never one of somebody else. */
    private static String place(String typed) {
        return typed.matches("/[a-z][A-Za-z0-9/?=&._-]*") ? typed : "/";
    }
}
