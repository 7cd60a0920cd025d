package org.uniongrid.matter.general;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.matter.Addressees;
import org.uniongrid.matter.Drafts;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Papers;
import org.uniongrid.matter.SentFiles;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** The form of a general request. */
@Controller
@RequestMapping("/matters/general")
class GeneralController {

    private static final String FORM = "matter/general/new";
    private static final int TITLE = 80;
    private static final int WORDS = 2_000;

    private final Addressees addressees;
    private final MatterDesk desk;
    private final Drafts drafts;
    private final Papers papers;

    GeneralController(Addressees addressees, MatterDesk desk, Drafts drafts, Papers papers) {
        this.papers = papers;
        this.addressees = addressees;
        this.desk = desk;
        this.drafts = drafts;
    }

    @GetMapping("/new")
    @Permission("matter.ask")
    ModelAndView blank(Actor actor, @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        var asked = form.value("key").isEmpty() ? form.with("key", TypedKey.fresh()) : form;
        var filled = TypedKey.uuid(form.value("draft"))
                .map(id -> filled(asked, drafts.find(id, actor), actor))
                .orElse(asked);
        return shown(filled, actor);
    }

    private Form filled(Form form, Drafts.Draft draft, Actor actor) {
        var to = draft.to() == null ? "" : addressees.value(draft.to(), actor);
        return form.with("to", to).with("title", draft.title()).with("words", draft.words());
    }

    @PostMapping
    @Permission("matter.ask")
    ModelAndView submit(
            Actor actor,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes next)
            throws IOException {
        var form = Form.of(typed);
        if (typed.containsKey("find")) return shown(form, actor);
        var to = addressees.chosen(form.value("to"), actor);
        var title = form.value("title").strip();
        var words = form.value("words").strip();
        var checked = form.check("to", to.isPresent(), "matter.general.to.missing")
                .check("title", title.length() >= 2 && title.length() <= TITLE, "matter.title.length")
                .check("words", words.length() >= 2 && words.length() <= WORDS, "matter.words.length");
        if (checked.isWrong()) return checked.again(FORM, parts(form, actor));
        var accepted = accepted(files);
        if (accepted.refused() != null)
            return form.broken("files", accepted.refused()).again(FORM, parts(form, actor));
        try {
            var key = TypedKey.of(form.value("key"));
            var request = new MatterDesk.Request(
                    GeneralRequest.KEY,
                    to.orElseThrow(),
                    title,
                    words,
                    draft(form).orElse(null),
                    key);
            var matter = desk.submit(actor, request);
            papers.attach(actor, matter, accepted.files(), false, key);
            Toast.after(next, "matter.submitted");
            return new ModelAndView("redirect:/matters/" + matter);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(FORM, parts(form, actor));
        }
    }

    /** What was sent along with the words, or why it is not taken. */
    private record Enclosed(
            List<Papers.Accepted> files, @Nullable RuleBroken refused) {}

    /** Looked at before anything is asked: a file that is refused stops the whole form. */
    private Enclosed accepted(MultiValueMap<String, MultipartFile> files) throws IOException {
        try {
            return new Enclosed(papers.accept(SentFiles.of(files.getOrDefault("files", List.of()))), null);
        } catch (RuleBroken refused) {
            return new Enclosed(List.of(), refused);
        }
    }

    /** Keeps what is there, however little. */
    @PostMapping("/drafts")
    @Permission("matter.ask")
    @Unaudited("a draft is nobody's business but its writer's")
    ModelAndView save(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = Form.of(typed);
        var title = form.value("title").strip();
        var words = form.value("words").strip();
        var checked = form.check("title", title.length() <= TITLE, "matter.title.length")
                .check("words", words.length() <= WORDS, "matter.words.length");
        if (checked.isWrong()) return checked.again(FORM, parts(form, actor));
        try {
            drafts.save(
                    actor,
                    GeneralRequest.KEY,
                    draft(form).orElse(null),
                    addressees.chosen(form.value("to"), actor).orElse(null),
                    title,
                    words,
                    TypedKey.of(form.value("key")));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(FORM, parts(form, actor));
        }
        Toast.after(next, "matter.draft.saved");
        return new ModelAndView("redirect:/matters?box=drafts");
    }

    @PostMapping("/drafts/{id}/drop")
    @Permission("matter.ask")
    @Unaudited("a draft is nobody's business but its writer's")
    String drop(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        drafts.drop(id, actor);
        Toast.after(next, "matter.draft.dropped");
        return "redirect:/matters?box=drafts";
    }

    private static Optional<UUID> draft(Form form) {
        return TypedKey.uuid(form.value("draft"));
    }

    private ModelAndView shown(Form form, Actor actor) {
        return new ModelAndView(FORM, parts(form, actor)).addObject("form", form);
    }

    private Map<String, Object> parts(Form form, Actor actor) {
        var options = new ArrayList<>(addressees.choices(form.value("q"), actor));
        var chosen = form.value("to");
        if (options.stream().noneMatch(option -> option.value().equals(chosen)))
            addressees.option(chosen, actor).ifPresent(options::add);
        return Map.of("options", options, "mayAsk", mayAsk(actor), "limits", papers.limits());
    }

    private static boolean mayAsk(Actor actor) {
        return Optional.ofNullable(actor.chosen()).map(Actor.Post::scope).isPresent();
    }
}
