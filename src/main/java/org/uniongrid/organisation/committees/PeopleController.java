package org.uniongrid.organisation.committees;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.organisation.UnitHeads;

/** The people of a union, as a part of its page. */
@Controller
@RequestMapping("/organisation")
class PeopleController {

    private final UnitHeads heads;
    private final HeldPosts posts;

    PeopleController(UnitHeads heads, HeldPosts posts) {
        this.heads = heads;
        this.posts = posts;
    }

    @GetMapping("/units/{id}/people")
    @Permission(UnitHeads.READ)
    String people(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("head", heads.find(id, actor));
        model.addAttribute("posts", posts.of(id, actor.reach(UnitHeads.READ)));
        return "organisation/committees/people";
    }
}
