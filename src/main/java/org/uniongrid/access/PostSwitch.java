package org.uniongrid.access;

import jakarta.servlet.http.HttpSession;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.SignedIn;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.web.Toast;

/** Lets whoever holds several posts work in another of them, for this session. */
@Controller
class PostSwitch {

    @PostMapping("/account/post")
    @SignedIn("chooses among one's own posts")
    @Unaudited("changes only in which post this session acts; each deed names its post")
    String choose(Actor actor, @RequestParam UUID post, HttpSession session, RedirectAttributes next) {
        var chosen = actor.posts().stream()
                .filter(held -> held.id().equals(post))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No post " + post));
        ChosenPost.keep(session, chosen);
        Toast.after(next, "post.switched", ChosenPost.label(chosen));
        return "redirect:/";
    }
}
