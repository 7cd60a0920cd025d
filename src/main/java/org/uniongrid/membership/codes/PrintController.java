package org.uniongrid.membership.codes;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
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
import org.uniongrid.exchange.PdfPapers;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.membership.Roll;
import org.uniongrid.web.Attachment;
import org.uniongrid.web.Form;
import org.uniongrid.web.Templates;
import org.uniongrid.web.Toast;

/** A card on paper for a member without a phone. The photo is printed and not kept. */
@Controller
@RequestMapping("/membership/members/{person}/card")
class PrintController {

    private static final String PAGE = "membership/codes/print";
    private static final String EMPTY = "";

    private final PrintDesk desk;
    private final PdfPapers papers;
    private final Templates templates;

    PrintController(PrintDesk desk, PdfPapers papers, Templates templates) {
        this.desk = desk;
        this.papers = papers;
        this.templates = templates;
    }

    @GetMapping
    @Permission(Roll.EDIT)
    ModelAndView ask(Actor actor, @PathVariable UUID person) {
        return new ModelAndView(PAGE, parts(actor, person)).addObject("form", Form.blank());
    }

    @PostMapping
    @Permission(Roll.EDIT)
    Object print(
            Actor actor,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam Optional<MultipartFile> photo,
            Locale locale)
            throws IOException {
        var form = Form.of(typed);
        var file = photo.filter(one -> !one.isEmpty());
        var image = file.isPresent() ? CardPhoto.of(file.get().getBytes()) : Optional.of(EMPTY);
        if (image.isEmpty()) return form.wrong("photo", "print.photo.none").again(PAGE, parts(actor, person));
        try {
            var card = desk.print(actor, person);
            var paper = papers.print(
                    "membership/codes/paper", templates.say(locale), Map.of("card", card, "photo", image.get()));
            return Attachment.of("card.pdf", MediaType.APPLICATION_PDF, paper);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, parts(actor, person));
        }
    }

    @PostMapping("/end")
    @Permission(Roll.EDIT)
    String end(Actor actor, @PathVariable UUID person, RedirectAttributes next) {
        desk.end(actor, person);
        Toast.after(next, "print.ended");
        return "redirect:/membership/members/" + person + "/card";
    }

    private Map<String, Object> parts(Actor actor, UUID person) {
        var parts = new HashMap<String, Object>();
        parts.put("member", desk.find(person, actor.reach(Roll.EDIT)));
        return parts;
    }
}
