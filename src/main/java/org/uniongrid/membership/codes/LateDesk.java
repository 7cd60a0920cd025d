package org.uniongrid.membership.codes;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;

/** What gates took without a network is handed in: each code is judged as of then, and what two gates took is shown. */
@Component
class LateDesk {

    private static final Duration LATEST = Duration.ofDays(7);

    private final Judge judge;
    private final CodeBook book;
    private final TwiceBook twice;
    private final AuditTrail trail;
    private final Clock clock;

    LateDesk(Judge judge, CodeBook book, TwiceBook twice, AuditTrail trail, Clock clock) {
        this.judge = judge;
        this.book = book;
        this.twice = twice;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a gate took.
     *
     * @param at seconds, by the clock of the city as the gate reckoned it
     */
    record Late(String code, String gate, long at) {

        boolean isWhole() {
            return code != null
                    && gate != null
                    && gate.equals(gate.strip())
                    && !gate.isEmpty()
                    && gate.length() <= GateController.LONGEST
                    && at > 0
                    && at < Instant.MAX.getEpochSecond();
        }

        Instant when() {
            return Instant.ofEpochSecond(at);
        }
    }

    /**
     * How many were what. Handing in the same again gives the same.
     *
     * @param twice another gate had taken them
     * @param refused no good code at that time, of whoever was no member, or older than seven days
     */
    record HandedIn(int taken, int twice, int refused) {}

    @Transactional
    public HandedIn handIn(Actor actor, List<Late> lates) {
        int taken = 0;
        int doubled = 0;
        for (var late : lates) {
            switch (handIn(actor, late)) {
                case GOOD -> taken++;
                case USED -> doubled++;
                default -> {}
            }
        }
        var sum = new HandedIn(taken, doubled, lates.size() - taken - doubled);
        trail.add(
                actor,
                Deed.of("membership.code.late", "membership.code", null, "")
                        .with("taken", null, "" + sum.taken())
                        .with("twice", null, "" + sum.twice())
                        .with("refused", null, "" + sum.refused()));
        return sum;
    }

    private Verdict handIn(Actor actor, Late late) {
        var now = clock.instant();
        if (late.when().isAfter(now.plus(CardCode.FORGIVEN))) return Verdict.AHEAD;
        if (late.when().isBefore(now.minus(LATEST))) return Verdict.OVER;
        var judged = judge.code(late.code(), late.when());
        var nonce = judged.nonce();
        if (judged.verdict() != Verdict.GOOD || nonce == null) return judged.verdict();
        var person = requireNonNull(judged.holder()).personId();
        var before = book.take(nonce, person, late.gate(), late.when(), actor.personId());
        if (before == null || before.gate().equals(late.gate()) && before.at().equals(late.when())) return Verdict.GOOD;
        twice.add(nonce, late.gate(), late.when(), actor.personId());
        return Verdict.USED;
    }
}
