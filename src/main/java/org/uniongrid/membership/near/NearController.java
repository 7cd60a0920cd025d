package org.uniongrid.membership.near;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.membership.Roll;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses of likely duplicates among members, and of the page that compares two. */
@Controller
@RequestMapping("/membership/near")
class NearController {

    private static final String PAIR = "membership/near/pair";
    private static final String GONE = "gone";
    private static final int LEAST = 2;
    static final int MOST = 200;

    private final NearPairs pairs;
    private final NearDesk desk;

    NearController(NearPairs pairs, NearDesk desk) {
        this.pairs = pairs;
        this.desk = desk;
    }

    @GetMapping
    @Permission(Roll.EDIT)
    String list(
            Actor actor,
            @RequestParam Optional<Boolean> apart,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var reach = actor.reach(Roll.EDIT);
        model.addAttribute(
                "page", pairs.page(reach, apart.orElse(false), Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("apart", apart.orElse(false));
        model.addAttribute("half", pairs.halfSeen(reach));
        return "membership/near/list";
    }

    /** The first record stays unless asked otherwise; the page shows what differs and what moves. */
    @GetMapping("/{id}")
    @Permission(Roll.EDIT)
    ModelAndView compare(Actor actor, @PathVariable UUID id, @RequestParam Optional<Boolean> other) {
        return new ModelAndView(PAIR, parts(actor, id, other.orElse(false))).addObject("form", Form.blank());
    }

    @PostMapping("/{id}/apart")
    @Permission(Roll.EDIT)
    ModelAndView setApart(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = Form.of(typed);
        var words = form.value("words").strip();
        var length = words.codePointCount(0, words.length());
        form = form.check("words", length >= LEAST && length <= MOST, "near.words.length", MOST);
        if (form.isWrong()) return form.again(PAIR, parts(actor, id, form.has("other", "true")));
        desk.setApart(actor, id, words);
        Toast.after(next, "near.apart.done");
        return new ModelAndView("redirect:/membership/near");
    }

    @PostMapping("/{id}/merge")
    @Permission(Roll.EDIT)
    ModelAndView merge(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = Form.of(typed);
        var other = form.has("other", "true");
        var fromGone = new HashSet<String>();
        typed.forEach((field, values) -> {
            if (values.contains(GONE)) fromGone.add(field);
        });
        var kept = desk.look(actor, id, other).kept().publicId();
        try {
            desk.merge(actor, id, other, new NearDesk.Chosen(form.value("seen"), fromGone));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAIR, parts(actor, id, other));
        }
        Toast.after(next, "near.merge.done");
        return new ModelAndView("redirect:/membership/members/" + kept);
    }

    private Map<String, Object> parts(Actor actor, UUID id, boolean other) {
        var parts = new HashMap<String, Object>();
        parts.put("pair", pairs.find(id, actor.reach(Roll.EDIT)));
        parts.put("merge", desk.look(actor, id, other));
        parts.put("other", other);
        return parts;
    }
}
