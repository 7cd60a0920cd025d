package org.uniongrid.organisation.appointments;

import java.time.Clock;
import java.time.LocalDate;
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
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.PostWork;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** What a post has in hand, who covers it, and how far it is handed on. */
@Controller
@RequestMapping("/organisation/posts/{id}/work")
class PostWorkController {

    private static final String PAGE = "organisation/appointments/work";

    private final PostBook book;
    private final PostWork work;
    private final Clock clock;

    PostWorkController(PostBook book, PostWork work, Clock clock) {
        this.book = book;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping
    @Permission("organisation.post.edit")
    ModelAndView work(Actor actor, @PathVariable UUID id) {
        var post = book.post(id, actor.reach("organisation.post.edit"));
        return new ModelAndView(PAGE, parts(actor, post)).addObject("form", Form.blank());
    }

    /** From today on; without another post, what was to be handed on stays. */
    @PostMapping
    @Permission("organisation.post.edit")
    ModelAndView handOn(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var post = book.post(id, actor.reach("organisation.post.edit"));
        var form = Form.of(typed);
        var to = HandOnForm.next(form);
        try {
            AppointmentRule.NOBODY_TAKES_MORE_THAN_THEY_HOLD.require(Gift.mayTake(actor, post.role()));
            work.handOn(actor, new PostWork.Order(id, to.to(), LocalDate.now(clock), to.key()), null);
        } catch (RuleBroken broken) {
            return form.broken("to", broken).again(PAGE, parts(actor, post));
        }
        Toast.after(next, to.to() == null ? "post.work.stays" : "post.work.handed", post.title());
        return new ModelAndView("redirect:/organisation/posts/" + id + "/work");
    }

    private Map<String, Object> parts(Actor actor, Post post) {
        return Map.of("post", post, "work", work.of(post.publicId(), LocalDate.now(clock), null, actor));
    }
}
