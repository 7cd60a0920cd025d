package org.uniongrid.organisation.committees;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.TypedSpan;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Where the work of a women workers' committee is kept: special contract, mothers' rooms, next health check. */
@Controller
@RequestMapping("/organisation")
class WomenFactsController {

    private static final String FORM = "organisation/committees/women-facts";

    private final Committees committees;
    private final CommitteeDesk desk;

    WomenFactsController(Committees committees, CommitteeDesk desk) {
        this.committees = committees;
        this.desk = desk;
    }

    @GetMapping("/committees/{id}/women")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView ask(Actor actor, @PathVariable UUID id) {
        var committee = find(id, actor.reach(CommitteeDesk.EDIT));
        var form = Form.blank()
                .with("special-contract", committee.specialContract())
                .with("mothers-rooms", committee.mothersRooms())
                .with("next-health-check", committee.nextHealthCheck());
        return new ModelAndView(FORM).addObject("committee", committee).addObject("form", form);
    }

    @PostMapping("/committees/{id}/women")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView keep(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var committee = find(id, actor.reach(CommitteeDesk.EDIT));
        var form = TypedSpan.optional(Form.of(typed), "next-health-check");
        var rooms = form.value("mothers-rooms").strip();
        form = form.check("mothers-rooms", rooms.matches("[0-9]{0,3}"), "committee.women.rooms.wrong");
        if (form.isWrong()) return form.again(FORM, Map.of("committee", committee));
        desk.keep(
                actor,
                id,
                new CommitteeDesk.WomenFacts(
                        yesOrNo(form.value("special-contract")),
                        rooms.isEmpty() ? null : Integer.valueOf(rooms),
                        TypedSpan.date(form, "next-health-check").orElse(null)));
        Toast.after(next, "committee.women.kept", committee.unitName());
        return new ModelAndView("redirect:" + committee.href());
    }

    /** The other committees have no such facts. */
    private Committee find(UUID id, Reach reach) {
        var committee = committees.find(id, reach);
        if (committee.kind() != CommitteeKind.WOMEN) throw new NoSuchElementException("No women's committee " + id);
        return committee;
    }

    private static @Nullable Boolean yesOrNo(String typed) {
        return switch (typed) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }
}
