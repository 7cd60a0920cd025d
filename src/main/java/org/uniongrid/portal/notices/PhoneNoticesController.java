package org.uniongrid.portal.notices;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.notice.Inbox;
import org.uniongrid.notice.Templates;
import org.uniongrid.web.Toast;

/** A worker's own inbox: all of it, what is unread marked; opening one marks it as read and leads on. */
@Controller
@RequestMapping("/m/notices")
class PhoneNoticesController {

    private static final String HERE = "/m/notices";

    private final Inbox inbox;
    private final Templates templates;

    PhoneNoticesController(Inbox inbox, Templates templates) {
        this.inbox = inbox;
        this.templates = templates;
    }

    @GetMapping
    @Permission(Actor.WORKER)
    String list(
            Actor actor,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Locale locale,
            Model model) {
        model.addAttribute("page", inbox.page(actor, true, Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("words", new Inbox.Words(templates, locale));
        return "portal/notices/list";
    }

    /** Some lead to the desk, which is shut on the phone: those are only marked. */
    @PostMapping("/{id}/open")
    @Permission(Actor.WORKER)
    @Unaudited("marks one's own notice as read")
    String open(Actor actor, @PathVariable UUID id) {
        return "redirect:"
                + inbox.open(actor, id).filter(href -> href.startsWith("/m/")).orElse(HERE);
    }

    @PostMapping("/read")
    @Permission(Actor.WORKER)
    @Unaudited("marks one's own notices as read")
    String readAll(Actor actor, RedirectAttributes next) {
        Toast.after(next, "notices.all-read", inbox.readAll(actor));
        return "redirect:" + HERE;
    }
}
