package org.uniongrid.matter.links;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.uniongrid.access.Limit;
import org.uniongrid.access.RateLimits;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Matters;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** Sends somebody the link to the step that waits for them. */
@Controller
@RequestMapping("/matters/{id}/links")
class LinksController {

    private static final String PAGE = "matter/links/links";
    private static final Limit PER_SENDER = new Limit("task-link", 30, Duration.ofHours(1));

    private final Matters matters;
    private final LinkDesk desk;
    private final RateLimits limits;

    LinksController(Matters matters, LinkDesk desk, RateLimits limits) {
        this.matters = matters;
        this.desk = desk;
        this.limits = limits;
    }

    @GetMapping
    @Permission("matter.handle")
    ModelAndView links(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(PAGE, parts(actor, id)).addObject("form", Form.blank());
    }

    @PostMapping
    @Permission("matter.handle")
    ModelAndView send(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes next) {
        matters.find(id, actor);
        var form = Form.of(typed);
        var to = TypedKey.uuid(form.value("to"));
        var checked = form.check("to", to.isPresent(), "matter.links.nobody");
        if (checked.isWrong()) return checked.again(PAGE, parts(actor, id));
        try {
            limits.require(PER_SENDER, String.valueOf(actor.personId()));
            var handed = desk.send(actor, id, to.orElseThrow());
            if (handed.isPresent())
                return new ModelAndView(PAGE, parts(actor, id))
                        .addObject("form", Form.blank())
                        .addObject("handed", here(request) + handed.get());
            Toast.after(next, "matter.links.sent");
            return new ModelAndView("redirect:/matters/" + id);
        } catch (RuleBroken broken) {
            return form.broken("to", broken).again(PAGE, parts(actor, id));
        }
    }

    private static String here(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }

    private Map<String, Object> parts(Actor actor, UUID id) {
        var matter = matters.find(id, actor);
        var parts = new HashMap<String, Object>();
        parts.put("matter", matter);
        parts.put("waiting", desk.waiting(actor, matter));
        return parts;
    }
}
