package org.uniongrid.membership.codes;

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
import org.uniongrid.membership.Stay;
import org.uniongrid.membership.Stays;

/** Makes members' codes, and takes them at gates: each once, within its minute, of whoever is a member then. */
@Component
class CodeDesk {

    private static final int DIGITS = 100_000_000;

    private final CodeBook book;
    private final Stays stays;
    private final Gifts gifts;
    private final CitySignature signature;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CodeDesk(CodeBook book, Stays stays, Gifts gifts, CitySignature signature, AuditTrail trail, Clock clock) {
        this.book = book;
        this.stays = stays;
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

    /** What a gate says. */
    enum Verdict {
        GOOD,
        NO_CODE,
        NOT_OURS,
        OVER,
        AHEAD,
        USED,
        NO_MEMBER
    }

    /**
     * What a gate says, and of whom.
     *
     * @param name masked; null where the code is none
     * @param use where and when it was taken before
     * @param gift the one that was given; null where none was asked for
     * @param refused why no gift is given, though the code is good
     */
    record Outcome(
            Verdict verdict,
            @Nullable String name,
            @Nullable String union,
            @Nullable MemberState state,
            CodeBook.@Nullable Use use,
            Gifts.@Nullable Gift gift,
            @Nullable RuleBroken refused) {

        static Outcome of(Verdict verdict) {
            return new Outcome(verdict, null, null, null, null, null, null);
        }
    }

    /** @param gift public id of what is to be given; null where somebody is only let in */
    @Transactional
    public Outcome take(Actor actor, String typed, String gate, @Nullable UUID gift) {
        var text = typed.strip();
        var digits = text.replaceAll("[\\s-]", "");
        var outcome =
                digits.matches("[0-9]{8}") ? takeDigits(actor, digits, gate, gift) : takeCode(actor, text, gate, gift);
        trail.add(
                actor,
                Deed.of("membership.code.take", "membership.code", null, gate)
                        .with("verdict", null, outcome.verdict().name()));
        return outcome;
    }

    private Outcome takeDigits(Actor actor, String digits, String gate, @Nullable UUID gift) {
        var found = book.typed(digits).orElse(null);
        if (found == null) return Outcome.of(Verdict.NO_CODE);
        return judged(actor, book.holder(found.personId()).orElseThrow(), found.nonce(), gate, gift);
    }

    private Outcome takeCode(Actor actor, String text, String gate, @Nullable UUID gift) {
        var signed = CardCode.read(text).orElse(null);
        if (signed == null) return Outcome.of(Verdict.NO_CODE);
        if (!signature.isOurs(signed.content(), signed.signature())) return Outcome.of(Verdict.NOT_OURS);
        var now = clock.instant();
        if (signed.code().isOver(now)) return Outcome.of(Verdict.OVER);
        if (signed.code().isAhead(now)) return Outcome.of(Verdict.AHEAD);
        var holder = book.holder(signed.code().card()).orElse(null);
        if (holder == null) return Outcome.of(Verdict.NOT_OURS);
        return judged(actor, holder, signed.code().nonce(), gate, gift);
    }

    private Outcome judged(Actor actor, CodeBook.Holder holder, byte[] nonce, String gate, @Nullable UUID gift) {
        var name = Masks.name(holder.name());
        var stay = stays.current(holder.personId())
                .filter(one -> one.state() != MemberState.SUSPENDED)
                .orElse(null);
        if (stay == null) return new Outcome(Verdict.NO_MEMBER, name, null, null, null, null, null);
        var before = book.take(nonce, holder.personId(), gate, actor.personId());
        if (before != null) return new Outcome(Verdict.USED, name, stay.unitName(), stay.state(), before, null, null);
        return gift == null ? good(name, stay, null, null) : given(actor, holder, stay, gift);
    }

    private Outcome given(Actor actor, CodeBook.Holder holder, Stay stay, UUID gift) {
        var name = Masks.name(holder.name());
        try {
            return good(name, stay, gifts.give(actor, gift, holder.personId(), stay), null);
        } catch (RuleBroken broken) {
            return good(name, stay, null, broken);
        }
    }

    private static Outcome good(String name, Stay stay, Gifts.@Nullable Gift gift, @Nullable RuleBroken refused) {
        return new Outcome(Verdict.GOOD, name, stay.unitName(), stay.state(), null, gift, refused);
    }
}
