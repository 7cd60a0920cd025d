package org.uniongrid.organisation.appointments;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.people.Identities;

/** Addresses of the people who hold posts. */
@Controller
@RequestMapping("/organisation/people")
class HoldersController {

    private final HolderList list;
    private final PostBook book;
    private final Identities identities;

    HoldersController(HolderList list, PostBook book, Identities identities) {
        this.list = list;
        this.book = book;
        this.identities = identities;
    }

    @GetMapping
    @Permission("organisation.post.read")
    String list(
            Actor actor,
            @RequestParam Optional<String> q,
            @RequestParam Optional<UUID> role,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var reach = actor.reach("organisation.post.read");
        var filter = new HolderList.Filter(q.map(String::strip).orElse(""), role.orElse(null));
        model.addAttribute("page", list.page(reach, filter, Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("count", list.count(reach, filter));
        model.addAttribute("roles", list.roles(reach));
        model.addAttribute("filter", filter);
        return "organisation/appointments/people";
    }

    /** What is within reach of a person's posts; what is kept of the person is shown masked, and of present holders only. */
    @GetMapping("/{id}")
    @Permission("organisation.post.read")
    String person(Actor actor, @PathVariable UUID id, Model model) {
        var reach = actor.reach("organisation.post.read");
        var held = book.heldBy(id, reach);
        if (held.isEmpty()) throw new NoSuchElementException("No person " + id);
        var person = held.getFirst().tenures().getFirst();
        var isPresent = held.stream().anyMatch(post -> !post.current().isEmpty());
        model.addAttribute("person", id);
        model.addAttribute("name", person.name());
        model.addAttribute("held", held);
        model.addAttribute("kept", isPresent ? identities.masked(person.personId()) : Map.of());
        model.addAttribute("mayEdit", actor.may("organisation.post.edit") && !actor.isAbout(person.personId()));
        model.addAttribute("mayCorrect", mayCorrect(actor, person.personId(), held));
        model.addAttribute(
                "present",
                held.stream().filter(post -> !post.current().isEmpty()).toList());
        model.addAttribute(
                "past", held.stream().filter(post -> post.current().isEmpty()).toList());
        return "organisation/appointments/person";
    }

    /** As the form itself asks: somebody else, who works in a unit within reach today. */
    private static boolean mayCorrect(Actor actor, long person, List<HeldPost> held) {
        return actor.may("people.identity.edit")
                && !actor.isAbout(person)
                && held.stream()
                        .anyMatch(one -> !one.current().isEmpty() && one.post().unit() != null);
    }
}
