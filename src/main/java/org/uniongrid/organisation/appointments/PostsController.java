package org.uniongrid.organisation.appointments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.PostWork;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses of posts: those of a unit, those of the whole cell, new ones and their end. */
@Controller
@RequestMapping("/organisation")
class PostsController {

    private static final String NEW = "organisation/appointments/new-post";
    private static final String CLOSE = "organisation/appointments/close";
    static final int LONGEST_TITLE = 50;

    private final PostBook book;
    private final GivenRoles roles;
    private final AppointmentDesk desk;
    private final PostWork work;
    private final Clock clock;

    PostsController(PostBook book, GivenRoles roles, AppointmentDesk desk, PostWork work, Clock clock) {
        this.book = book;
        this.roles = roles;
        this.desk = desk;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/units/{id}/posts")
    @Permission("organisation.post.read")
    String ofUnit(Actor actor, @PathVariable UUID id, Model model) {
        var unit = book.unit(id, actor.reach("organisation.post.read"));
        model.addAttribute("unit", unit);
        model.addAttribute("posts", book.of(unit));
        model.addAttribute("actor", actor);
        return "organisation/appointments/posts";
    }

    /** The posts of the whole cell, and a way to those of any unit. */
    @GetMapping("/posts")
    @Permission("organisation.cell-post.edit")
    String ofCell(Actor actor, @RequestParam Optional<String> q, Model model) {
        var reach = actor.reach("organisation.cell-post.edit");
        var words = q.map(String::strip).orElse("");
        model.addAttribute("posts", book.ofTheCell(reach));
        model.addAttribute("q", words);
        model.addAttribute("units", words.isEmpty() ? List.of() : book.unitsNamed(words, reach));
        model.addAttribute("actor", actor);
        return "organisation/appointments/cell";
    }

    @GetMapping("/units/{id}/posts/new")
    @Permission("organisation.post.edit")
    ModelAndView blank(Actor actor, @PathVariable UUID id) {
        return blankIn(actor, book.unit(id, actor.reach("organisation.post.edit")));
    }

    @GetMapping("/posts/new")
    @Permission("organisation.cell-post.edit")
    ModelAndView blankInCell(Actor actor) {
        return blankIn(actor, null);
    }

    private ModelAndView blankIn(Actor actor, @Nullable PostUnit unit) {
        return new ModelAndView(NEW, parts(actor, unit)).addObject("form", Form.blank());
    }

    @PostMapping("/units/{id}/posts")
    @Permission("organisation.post.edit")
    ModelAndView open(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return openIn(actor, book.unit(id, actor.reach("organisation.post.edit")), typed, next);
    }

    @PostMapping("/posts")
    @Permission("organisation.cell-post.edit")
    ModelAndView openInCell(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        return openIn(actor, null, typed, next);
    }

    private ModelAndView openIn(
            Actor actor, @Nullable PostUnit unit, MultiValueMap<String, String> typed, RedirectAttributes next) {
        var asked = Form.of(typed).require("title", "role");
        var title = asked.value("title").strip();
        var role = roles.by(actor, unit).stream()
                .filter(one -> one.publicId().toString().equals(asked.value("role")))
                .findFirst();
        var form = asked.check("title", title.length() <= LONGEST_TITLE, "post.title.long", LONGEST_TITLE)
                .check("role", role.isPresent(), "post.role.missing");
        if (form.isWrong()) return form.again(NEW, parts(actor, unit));
        try {
            var id = desk.open(actor, unit, role.orElseThrow(), title);
            Toast.after(next, "post.opened", title);
            return new ModelAndView("redirect:/organisation/posts/" + id + "/appoint");
        } catch (RuleBroken broken) {
            return form.broken("role", broken).again(NEW, parts(actor, unit));
        }
    }

    private Map<String, Object> parts(Actor actor, @Nullable PostUnit unit) {
        var parts = new HashMap<String, Object>();
        parts.put("roles", roles.by(actor, unit));
        if (unit != null) parts.put("unit", unit);
        return parts;
    }

    @GetMapping("/posts/{id}/close")
    @Permission("organisation.post.edit")
    ModelAndView askToClose(Actor actor, @PathVariable UUID id) {
        var post = book.post(id, actor.reach("organisation.post.edit"));
        return new ModelAndView(CLOSE, parts(actor, post)).addObject("form", Form.blank());
    }

    @PostMapping("/posts/{id}/close")
    @Permission("organisation.post.edit")
    ModelAndView close(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var post = book.post(id, actor.reach("organisation.post.edit"));
        var form = Form.of(typed);
        try {
            desk.close(actor, post, HandOnForm.next(form));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(CLOSE, parts(actor, post));
        }
        Toast.after(next, "post.closed.done", post.title());
        return new ModelAndView("redirect:" + post.list());
    }

    private Map<String, Object> parts(Actor actor, Post post) {
        return Map.of("post", post, "work", work.of(post.publicId(), LocalDate.now(clock), null, actor));
    }
}
