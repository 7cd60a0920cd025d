package org.uniongrid.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;

/**
 * Puts on the trail that somebody was refused: the kind of page, never the address with its ids. Of one person or token at most
 * ten in a minute, so that nobody floods the trail; the next one says how many were left out.
 */
@Component
class Refusals {

    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int PERSONS = 10_000;

    private final ObjectProvider<AuditTrail> trail;
    private final Clock clock;
    private final Map<Object, Tally> tallies = new LinkedHashMap<>();

    Refusals(ObjectProvider<AuditTrail> trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    private record Tally(Instant since, int written, int leftOut) {}

    void note(HttpServletRequest request, String permission) {
        if (!(request.getAttribute(Actor.class.getName()) instanceof Actor actor)) return;
        var tally = count(who(actor));
        if (tally.written() > MOST) return;
        var page = request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var deed = Deed.of("web.page.open", "web.page", null, page).because(permission);
        var whole = tally.leftOut() == 0 ? deed : deed.with("left-out", null, String.valueOf(tally.leftOut()));
        trail.ifAvailable(kept -> kept.refused(actor, whole));
    }

    /** A person, or another system by its token. */
    private static Object who(Actor actor) {
        return actor.personId() == 0 && actor.chosen() != null ? actor.chosen().id() : actor.personId();
    }

    /** This one counted; {@code leftOut} is told once, with the first after a pause. */
    private synchronized Tally count(Object person) {
        var now = clock.instant();
        var before = tallies.remove(person);
        if (before == null || !now.isBefore(before.since().plus(WINDOW))) {
            tallies.put(person, new Tally(now, 1, 0));
            forgetOldest();
            return new Tally(now, 1, before == null ? 0 : before.leftOut());
        }
        var leftOut = before.written() >= MOST ? before.leftOut() + 1 : before.leftOut();
        var tally = new Tally(before.since(), before.written() + 1, leftOut);
        tallies.put(person, tally);
        return tally;
    }

    private void forgetOldest() {
        if (tallies.size() > PERSONS) tallies.remove(tallies.keySet().iterator().next());
    }
}
