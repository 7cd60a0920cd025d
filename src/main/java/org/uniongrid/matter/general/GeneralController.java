package org.uniongrid.matter.general;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Papers;
import org.uniongrid.matter.SentFiles;
import org.uniongrid.matter.TypedKey;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** The form of a general request. */
@Controller
@RequestMapping("/matters/general")
class GeneralController {

    private static final String FORM = "matter/general/new";
    private static final int TITLE = 80;
    private static final int WORDS = 2_000;

    private final WhomToAsk whom;
    private final MatterDesk desk;
    private final Papers papers;

    GeneralController(WhomToAsk whom, MatterDesk desk, Papers papers) {
        this.whom = whom;
        this.desk = desk;
        this.papers = papers;
    }

    @GetMapping("/new")
    @Permission("matter.ask")
    ModelAndView blank(Actor actor, @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        var asked = form.value("key").isEmpty() ? form.with("key", TypedKey.fresh()) : form;
        return new ModelAndView(FORM, parts(asked, actor)).addObject("form", asked);
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
        if (typed.containsKey("find")) return new ModelAndView(FORM, parts(form, actor)).addObject("form", form);
        var to = whom.chosen(form.value("to"), actor);
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
            var matter =
                    desk.submit(actor, new MatterDesk.Request(GeneralRequest.KEY, to.orElseThrow(), title, words, key));
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

    private Map<String, Object> parts(Form form, Actor actor) {
        return Map.of(
                "options", whom.choices(form.value("q"), actor), "mayAsk", mayAsk(actor), "limits", papers.limits());
    }

    private static boolean mayAsk(Actor actor) {
        return Optional.ofNullable(actor.chosen()).map(Actor.Post::scope).isPresent();
    }
}
