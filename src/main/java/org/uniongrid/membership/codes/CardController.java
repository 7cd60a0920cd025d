package org.uniongrid.membership.codes;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.membership.Cards;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Stays;

/** The code of a member, to be shown at a gate; the page draws another before it is over. */
@Controller
class CardController {

    /** Seconds before the end of a code when the page asks for the next. */
    private static final int EARLY = 15;

    private final CodeDesk desk;
    private final Stays stays;
    private final Cards cards;
    private final Clock clock;

    CardController(CodeDesk desk, Stays stays, Cards cards, Clock clock) {
        this.desk = desk;
        this.stays = stays;
        this.cards = cards;
        this.clock = clock;
    }

    @GetMapping("/m/card")
    @Permission(Actor.WORKER)
    ModelAndView card(Actor worker, HttpServletResponse response) {
        var stay = stays.current(worker.personId())
                .filter(one -> one.state() != MemberState.SUSPENDED)
                .orElse(null);
        if (stay == null) return new ModelAndView("membership/codes/none");
        var shown = desk.show(worker).orElse(null);
        if (shown == null) return new ModelAndView("membership/codes/none");
        var left = Duration.between(clock.instant(), shown.until()).toSeconds() - EARLY;
        response.setHeader("Refresh", String.valueOf(Math.max(5, left)));
        return new ModelAndView("membership/codes/card")
                .addObject("stay", stay)
                .addObject("code", shown)
                .addObject("seconds", (int) Math.max(5, left))
                .addObject(
                        "number",
                        cards.number(worker.personId()).map(Cards::masked).orElse(""));
    }
}
