package org.uniongrid.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.SignedIn;

/** The front door: leads to the first page that the chosen post may open, workers to theirs. */
@Controller
class Home {

    private final Menu menu;

    Home(Menu menu) {
        this.menu = menu;
    }

    @GetMapping("/")
    @SignedIn(value = "leads only to pages that ask again", workersToo = true)
    String enter(Actor actor) {
        if (actor.isWorker()) return "redirect:/m";
        return menu.of(actor).stream()
                .findFirst()
                .map(group -> "redirect:" + group.entries().getFirst().href())
                .orElse("web/no-post");
    }
}
