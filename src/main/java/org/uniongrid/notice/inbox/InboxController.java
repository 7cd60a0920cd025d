package org.uniongrid.notice.inbox;

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
import org.uniongrid.foundation.SignedIn;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.notice.Inbox;
import org.uniongrid.notice.Templates;
import org.uniongrid.web.Toast;

/** One's own inbox: what is unread, or all; opening one marks it as read and leads on. */
@Controller
@RequestMapping("/notices")
class InboxController {

    private final Inbox inbox;
    private final Templates templates;

    InboxController(Inbox inbox, Templates templates) {
        this.inbox = inbox;
        this.templates = templates;
    }

    @GetMapping
    @SignedIn("one's own notices")
    String list(
            Actor actor,
            @RequestParam Optional<String> show,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Locale locale,
            Model model) {
        var all = show.filter("all"::equals).isPresent();
        model.addAttribute("page", inbox.page(actor, all, Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("all", all);
        model.addAttribute("words", new Inbox.Words(templates, locale));
        return "notice/inbox/list";
    }

    @PostMapping("/{id}/open")
    @SignedIn("one's own notices")
    @Unaudited("marks one's own notice as read")
    String open(Actor actor, @PathVariable UUID id) {
        return "redirect:" + inbox.open(actor, id).orElse("/notices?show=all");
    }

    @PostMapping("/read")
    @SignedIn("one's own notices")
    @Unaudited("marks one's own notices as read")
    String readAll(Actor actor, RedirectAttributes next) {
        Toast.after(next, "notices.all-read", inbox.readAll(actor));
        return "redirect:/notices";
    }
}
