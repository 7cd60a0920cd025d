package org.uniongrid.membership.doubts;

import java.util.HashMap;
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

/** Addresses of doubts about rolls. */
@Controller
@RequestMapping("/membership/doubts")
class DoubtsController {

    private static final String PAGE = "membership/doubts/doubt";
    private static final int LEAST = 2;
    private static final int MOST = 500;

    private final Doubts doubts;
    private final DoubtDesk desk;

    DoubtsController(Doubts doubts, DoubtDesk desk) {
        this.doubts = doubts;
        this.desk = desk;
    }

    @GetMapping
    @Permission(Roll.READ)
    String list(
            Actor actor,
            @RequestParam Optional<Boolean> ended,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var over = ended.orElse(false);
        model.addAttribute(
                "page", doubts.page(actor.reach(Roll.READ), over, Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("ended", over);
        return "membership/doubts/list";
    }

    @GetMapping("/{id}")
    @Permission(Roll.READ)
    ModelAndView doubt(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(PAGE, around(actor, Roll.READ, id)).addObject("form", Form.blank());
    }

    @PostMapping("/{id}/explain")
    @Permission(Roll.EDIT)
    ModelAndView explain(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return said(actor, id, typed, next, desk::explain);
    }

    @PostMapping("/{id}/accept")
    @Permission(Roll.EDIT)
    ModelAndView accept(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return said(actor, id, typed, next, desk::accept);
    }

    @PostMapping("/{id}/send-back")
    @Permission(Roll.EDIT)
    ModelAndView sendBack(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return said(actor, id, typed, next, desk::sendBack);
    }

    private interface Saying {
        void say(Actor actor, UUID id, String words);
    }

    private ModelAndView said(
            Actor actor, UUID id, Map<String, java.util.List<String>> typed, RedirectAttributes next, Saying saying) {
        var around = around(actor, Roll.EDIT, id);
        var form = Form.of(typed);
        var words = form.value("words").strip();
        var length = words.codePointCount(0, words.length());
        form = form.check("words", length >= LEAST && length <= MOST, "doubt.words.length", LEAST, MOST);
        if (form.isWrong()) return form.again(PAGE, around);
        try {
            saying.say(actor, id, words);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, around);
        }
        Toast.after(next, "doubt.said");
        return new ModelAndView("redirect:/membership/doubts/" + id);
    }

    @PostMapping("/{id}/look-again")
    @Permission(Roll.EDIT)
    String lookAgain(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.lookAgain(actor, id);
        Toast.after(next, "doubt.looked");
        return "redirect:/membership/doubts/" + id;
    }

    private Map<String, Object> around(Actor actor, String permission, UUID id) {
        var doubt = doubts.find(id, actor.reach(permission));
        var around = new HashMap<String, Object>();
        around.put("doubt", doubt);
        around.put("own", actor.may(Roll.EDIT) && DoubtDesk.isOwn(actor, doubt));
        around.put("members", doubts.members(doubt));
        around.put("history", doubts.history(doubt));
        return around;
    }
}
