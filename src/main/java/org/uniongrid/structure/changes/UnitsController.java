package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.ChangeDesk.PERMISSION;

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

/** Addresses of a unit over time with what may be done to it, and of those that were dissolved. */
@Controller
@RequestMapping("/structure")
class UnitsController {

    private static final String READ = "organisation.unit.read";

    private final UnitStories stories;
    private final ChangeList changes;

    UnitsController(UnitStories stories, ChangeList changes) {
        this.stories = stories;
        this.changes = changes;
    }

    @GetMapping("/units/{id}")
    @Permission("organisation.unit.read")
    String unit(Actor actor, @PathVariable UUID id, Model model) {
        var story = stories.find(id, actor.reach(READ));
        model.addAttribute("story", story);
        model.addAttribute("changes", changes.of(story.id(), actor.reach(PERMISSION)));
        return "structure/changes/unit";
    }

    @GetMapping("/dissolved")
    @Permission("organisation.unit.read")
    String dissolved(
            Actor actor,
            @RequestParam Optional<String> q,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var words = q.map(String::strip).orElse("");
        model.addAttribute(
                "page", stories.gone(words, actor.reach(READ), Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("q", words);
        return "structure/changes/dissolved";
    }
}
