package org.uniongrid.membership.codes;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.CitySignature;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Masks;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.membership.Gifts;
import org.uniongrid.membership.MemberState;

/** Makes members' codes, and takes them at gates: each once, within its minute, of whoever is a member then. */
@Component
class CodeDesk {

    private static final int DIGITS = 100_000_000;

    private final CodeBook book;
    private final Judge judge;
    private final Gifts gifts;
    private final CitySignature signature;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CodeDesk(CodeBook book, Judge judge, Gifts gifts, CitySignature signature, AuditTrail trail, Clock clock) {
        this.book = book;
        this.judge = judge;
        this.gifts = gifts;
        this.signature = signature;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a phone shows.
     *
     * @param digits eight, to be typed where no camera is
     */
    record Shown(String text, String digits, Instant until) {}

    /** Empty where the worker has no card. */
    @Transactional
    public Optional<Shown> show(Actor worker) {
        return book.handle(worker.personId()).map(handle -> show(worker.personId(), handle));
    }

    private Shown show(long personId, UUID handle) {
        var nonce = new byte[8];
        random.nextBytes(nonce);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var code = new CardCode(handle, now, nonce);
        var until = now.plus(CardCode.LIVES);
        var digits = digits();
        while (!book.keep(personId, digits, nonce, until)) digits = digits();
        return new Shown(code.text(signature.sign(code.content())), digits, until);
    }

    private String digits() {
        return "%08d".formatted(random.nextInt(DIGITS));
    }

    /**
     * What a gate says, and of whom.
     *
     * @param name masked; null where the code is none
     * @param printed on a card: whoever stands there is to be compared with the photo
     * @param use where and when it was taken before
     * @param gift the one that was given; null where none was asked for
     * @param refused why no gift is given, though the code is good
     */
    record Outcome(
            Verdict verdict,
            @Nullable String name,
            @Nullable String union,
            @Nullable MemberState state,
            boolean printed,
            CodeBook.@Nullable Use use,
            Gifts.@Nullable Gift gift,
            @Nullable RuleBroken refused) {

        boolean isGood() {
            return verdict == Verdict.GOOD && refused == null;
        }
    }

    /** @param gift public id of what is to be given; null where somebody is only let in */
    @Transactional
    public Outcome take(Actor actor, String typed, String gate, @Nullable UUID gift) {
        var digits = typed.replaceAll("[\\s-]", "");
        var judged = digits.matches("[0-9]{8}") ? judge.digits(digits) : judge.code(typed.strip(), clock.instant());
        var outcome = judged.verdict() == Verdict.GOOD ? taken(actor, judged, gate, gift) : bare(judged);
        trail.add(
                actor,
                Deed.of("membership.code.take", "membership.code", null, gate)
                        .with("verdict", null, outcome.verdict().name()));
        return outcome;
    }

    /** Null for another system, which comes by its token. */
    private static @Nullable Long by(Actor actor) {
        return actor.personId() == 0 ? null : actor.personId();
    }

    private static Outcome bare(Judge.Judged judged) {
        var name = judged.holder() == null ? null : Masks.name(judged.holder().name());
        return new Outcome(judged.verdict(), name, null, null, false, null, null, null);
    }

    private Outcome taken(Actor actor, Judge.Judged judged, String gate, @Nullable UUID gift) {
        var person = requireNonNull(judged.holder()).personId();
        var nonce = judged.nonce();
        var before = nonce == null ? null : book.take(nonce, person, gate, clock.instant(), by(actor));
        if (before != null) return outcome(Verdict.USED, judged, before, null, null);
        if (gift == null) return outcome(Verdict.GOOD, judged, null, null, null);
        try {
            var given = gifts.give(actor, gift, person, requireNonNull(judged.stay()));
            return outcome(Verdict.GOOD, judged, null, given, null);
        } catch (RuleBroken broken) {
            return outcome(Verdict.GOOD, judged, null, null, broken);
        }
    }

    private static Outcome outcome(
            Verdict verdict,
            Judge.Judged judged,
            CodeBook.@Nullable Use use,
            Gifts.@Nullable Gift gift,
            @Nullable RuleBroken refused) {
        var stay = requireNonNull(judged.stay());
        return new Outcome(
                verdict,
                Masks.name(requireNonNull(judged.holder()).name()),
                stay.unitName(),
                stay.state(),
                judged.nonce() == null,
                use,
                gift,
                refused);
    }
}
