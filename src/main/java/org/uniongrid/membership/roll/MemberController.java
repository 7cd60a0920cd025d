package org.uniongrid.membership.roll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.membership.Change;
import org.uniongrid.membership.Roll;
import org.uniongrid.people.WorkerClasses;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** The page of one member. */
@Controller
@RequestMapping("/membership/members/{person}")
class MemberController {

    /** What somebody in charge enters; going over is asked for by the member. */
    static final List<Change> ENTERED = List.of(Change.RETIRED, Change.SUSPENDED, Change.RESUMED, Change.LEFT);

    private static final String PAGE = "membership/roll/member";
    private static final int LONGEST = 500;

    private final MemberDesk desk;
    private final WorkerClasses classes;

    MemberController(MemberDesk desk, WorkerClasses classes) {
        this.desk = desk;
        this.classes = classes;
    }

    @GetMapping
    @Permission(Roll.READ)
    ModelAndView member(Actor actor, @PathVariable UUID person) {
        return new ModelAndView(PAGE, parts(actor, person)).addObject("form", Form.blank());
    }

    @PostMapping("/{change}")
    @Permission(Roll.EDIT)
    ModelAndView change(
            Actor actor,
            @PathVariable UUID person,
            @PathVariable String change,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var what = entered(change);
        var form = Form.of(typed).with("change", what.name());
        var words = form.value("words").strip();
        var checked =
                form.check("words", words.length() >= 2 && words.length() <= LONGEST, "member.words.length", LONGEST);
        if (checked.isWrong()) return checked.again(PAGE, parts(actor, person));
        try {
            desk.change(actor, person, what, words);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, parts(actor, person));
        }
        Toast.after(next, "member.changed");
        return new ModelAndView("redirect:/membership/members/" + person);
    }

    private static Change entered(String path) {
        return ENTERED.stream()
                .filter(one -> path(one).equals(path))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no change " + path));
    }

    static String path(Change change) {
        return switch (change) {
            case RETIRED -> "retire";
            case SUSPENDED -> "suspend";
            case RESUMED -> "resume";
            case LEFT -> "leave";
            default -> throw new IllegalArgumentException(change.name());
        };
    }

    private Map<String, Object> parts(Actor actor, UUID person) {
        var reach = actor.reach(Roll.READ);
        var member = desk.find(person, reach);
        var parts = new HashMap<String, Object>();
        parts.put("member", member);
        parts.put("history", desk.history(member, reach));
        parts.put("classes", classes.all());
        if (actor.may(Roll.REPORT)) parts.put("upward", desk.upward(member));
        parts.put(
                "changes",
                member.lasts() && actor.may(Roll.EDIT)
                        ? ENTERED.stream()
                                .filter(one -> one.follows(member.stay().state()))
                                .toList()
                        : List.of());
        return parts;
    }
}
