package org.uniongrid.organisation.committees;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final Committees committees;
    private final Clock clock;

    PeopleController(UnitHeads heads, HeldPosts posts, Committees committees, Clock clock) {
        this.heads = heads;
        this.posts = posts;
        this.committees = committees;
        this.clock = clock;
    }

    @GetMapping("/units/{id}/people")
    @Permission(UnitHeads.READ)
    String people(Actor actor, @PathVariable UUID id, Model model) {
        var reach = actor.reach(UnitHeads.READ);
        model.addAttribute("head", heads.find(id, actor));
        model.addAttribute("posts", posts.of(id, reach));
        model.addAttribute("committees", committees.of(id, reach));
        model.addAttribute(
                "members",
                committees.membersOf(id, reach).stream().collect(Collectors.groupingBy(Member::committeeId)));
        model.addAttribute("today", LocalDate.now(clock));
        return "organisation/committees/people";
    }
}
