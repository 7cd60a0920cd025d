package org.uniongrid.casework.kinds;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.casework.CaseKind;
import org.uniongrid.casework.CaseKinds;
import org.uniongrid.casework.Grade;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** Addresses of the kinds of cases. */
@Controller
@RequestMapping("/cases/kinds")
class KindsController {

    static final String EDIT = "casework.kind.edit";
    private static final String LIST = "casework/kinds/list";
    private static final String KIND = "casework/kinds/kind";
    private static final int CHINESE = 30;
    private static final int ENGLISH = 60;
    private static final int KEYWORDS = 30;
    private static final int TITLE = 60;
    private static final int WORDS = 1_000;

    private final CaseKinds kinds;
    private final KindDesk desk;

    KindsController(CaseKinds kinds, KindDesk desk) {
        this.kinds = kinds;
        this.desk = desk;
    }

    @GetMapping
    @Permission(EDIT)
    ModelAndView list(Actor actor) {
        return new ModelAndView(LIST, tree(actor)).addObject("form", Form.blank());
    }

    @PostMapping
    @Permission(EDIT)
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var checked = checked(Form.of(typed));
        if (checked.isWrong()) return checked.again(LIST, tree(actor));
        try {
            desk.add(actor, written(checked));
        } catch (RuleBroken broken) {
            return checked.broken(Form.WHOLE, broken).again(LIST, tree(actor));
        }
        Toast.after(next, "case.kind.kept");
        return new ModelAndView("redirect:/cases/kinds");
    }

    @GetMapping("/{id}")
    @Permission(EDIT)
    ModelAndView one(Actor actor, @PathVariable UUID id) {
        var kind = kinds.find(id);
        return new ModelAndView(KIND, parts(actor, kind)).addObject("form", filled(kind));
    }

    @PostMapping("/{id}")
    @Permission(EDIT)
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var kind = kinds.find(id);
        var checked = checked(Form.of(typed));
        if (checked.isWrong()) return checked.again(KIND, parts(actor, kind));
        try {
            desk.change(actor, id, written(checked));
        } catch (RuleBroken broken) {
            return checked.broken(Form.WHOLE, broken).again(KIND, parts(actor, kind));
        }
        Toast.after(next, "case.kind.kept");
        return new ModelAndView("redirect:/cases/kinds");
    }

    @PostMapping("/{id}/end")
    @Permission(EDIT)
    ModelAndView end(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        var kind = kinds.find(id);
        return kept(actor, kind, filled(kind), next, "case.kind.gone", () -> desk.end(actor, id));
    }

    @PostMapping("/{id}/snippets")
    @Permission(EDIT)
    ModelAndView addSnippet(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var kind = kinds.find(id);
        var form = Form.of(typed);
        var title = form.value("title").strip();
        var words = form.value("words").strip();
        var checked = form.check(
                        "title", title.length() >= 2 && title.length() <= TITLE, "case.snippet.title.length", TITLE)
                .check("words", words.length() >= 2 && words.length() <= WORDS, "case.snippet.words.length", WORDS);
        if (checked.isWrong()) {
            var kept = filled(kind).with("title", title).with("words", words);
            return new Form(kept.typed(), checked.problems()).again(KIND, parts(actor, kind));
        }
        return kept(actor, kind, form, next, "case.snippet.kept", () -> desk.addSnippet(actor, id, title, words));
    }

    @PostMapping("/{id}/snippets/{snippet}/end")
    @Permission(EDIT)
    ModelAndView endSnippet(Actor actor, @PathVariable UUID id, @PathVariable UUID snippet, RedirectAttributes next) {
        var kind = kinds.find(id);
        return kept(actor, kind, filled(kind), next, "case.snippet.gone", () -> desk.endSnippet(actor, id, snippet));
    }

    private ModelAndView kept(
            Actor actor, CaseKind kind, Form form, RedirectAttributes next, String toast, Runnable deed) {
        try {
            deed.run();
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(KIND, parts(actor, kind));
        }
        Toast.after(next, toast);
        return new ModelAndView("redirect:/cases/kinds/" + kind.publicId());
    }

    private Map<String, Object> tree(Actor actor) {
        return Map.of("kinds", kinds.all(), "mayKeep", desk.mayKeep(actor));
    }

    private Map<String, Object> parts(Actor actor, CaseKind kind) {
        return Map.of("kind", kind, "snippets", desk.snippets(kind), "mayKeep", desk.mayKeep(actor));
    }

    private static Form filled(CaseKind kind) {
        return Form.blank()
                .with("chinese", kind.chinese())
                .with("english", kind.english())
                .with("keywords", String.join(" ", kind.keywords()))
                .with("grade", kind.grade().name())
                .with("phone", kind.onPhone())
                .with("place", kind.place());
    }

    private static Form checked(Form form) {
        var chinese = form.value("chinese").strip();
        var english = form.value("english").strip();
        var parent = form.value("parent");
        return form.check(
                        "chinese",
                        chinese.length() >= 2 && chinese.length() <= CHINESE,
                        "case.kind.chinese.length",
                        CHINESE)
                .check(
                        "english",
                        english.length() >= 2 && english.length() <= ENGLISH,
                        "case.kind.english.length",
                        ENGLISH)
                .check("keywords", keywords(form).size() <= KEYWORDS, "case.kind.keywords.many", KEYWORDS)
                .check("place", form.value("place").matches("[0-9]{1,4}"), "case.kind.place.wrong")
                .check("parent", parent.isEmpty() || TypedKey.uuid(parent).isPresent(), "case.kind.missing");
    }

    private static List<String> keywords(Form form) {
        return Arrays.stream(form.value("keywords").strip().split("[\\s,，、;；]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static KindDesk.Written written(Form form) {
        var grade = Arrays.stream(Grade.values())
                .filter(one -> one.name().equals(form.value("grade")))
                .findFirst()
                .orElse(Grade.GENERAL);
        return new KindDesk.Written(
                TypedKey.uuid(form.value("parent")).orElse(null),
                form.value("chinese").strip(),
                form.value("english").strip(),
                keywords(form),
                grade,
                form.has("phone", "true"),
                Integer.parseInt(form.value("place")));
    }
}
