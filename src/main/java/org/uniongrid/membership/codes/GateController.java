package org.uniongrid.membership.codes;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.uniongrid.access.Limit;
import org.uniongrid.access.RateLimits;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.membership.Gifts;
import org.uniongrid.web.Form;
import org.uniongrid.web.TypedKey;

/** The gate: members' codes are read by the camera, or typed, and taken once. */
@Controller
@RequestMapping("/membership/gate")
class GateController {

    static final String CHECK = "membership.card.check";

    private static final String PAGE = "membership/codes/gate";
    static final int LONGEST = 40;
    /** Nobody guesses eight digits at a gate. */
    private static final Limit TRIES = new Limit("gate-tries", 120, java.time.Duration.ofMinutes(1));

    private final CodeDesk desk;
    private final TwiceBook twice;
    private final Gifts gifts;
    private final RateLimits limits;

    GateController(CodeDesk desk, TwiceBook twice, Gifts gifts, RateLimits limits) {
        this.desk = desk;
        this.twice = twice;
        this.gifts = gifts;
        this.limits = limits;
    }

    @GetMapping
    @Permission(CHECK)
    ModelAndView gate(Actor actor, @RequestParam MultiValueMap<String, String> typed) {
        return new ModelAndView(PAGE, parts(actor, null)).addObject("form", Form.of(typed));
    }

    @PostMapping
    @Permission(CHECK)
    ModelAndView take(Actor actor, @RequestParam MultiValueMap<String, String> typed) {
        limits.require(TRIES, String.valueOf(actor.personId()));
        var form = Form.of(typed);
        var gate = form.value("gate").strip();
        var checked = form.check("gate", !gate.isEmpty() && gate.length() <= LONGEST, "gate.name.length", LONGEST)
                .require("code");
        if (checked.isWrong()) return checked.again(PAGE, parts(actor, null));
        var gift = TypedKey.uuid(form.value("gift")).orElse(null);
        var outcome = desk.take(actor, form.value("code"), gate, gift);
        return new ModelAndView(PAGE, parts(actor, outcome)).addObject("form", form.with("code", ""));
    }

    private Map<String, Object> parts(Actor actor, CodeDesk.@Nullable Outcome outcome) {
        var parts = new HashMap<String, Object>();
        parts.put("gifts", gifts.today(actor.reach(CHECK)));
        parts.put("twice", twice.latest(actor.reach(CHECK)));
        if (outcome != null) parts.put("outcome", outcome);
        return parts;
    }
}
