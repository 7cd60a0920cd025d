package org.uniongrid.membership.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.access.CitySignature;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Stay;
import org.uniongrid.membership.Stays;

/** Says of a code what is to be said before it is taken: whose it is, and whether they are a member. */
@Component
@Unscoped("whoever shows a code shows themselves to the gate")
class Judge {

    private final CodeBook book;
    private final DeviceBook devices;
    private final PrintBook prints;
    private final Stays stays;
    private final CitySignature city;

    Judge(CodeBook book, DeviceBook devices, PrintBook prints, Stays stays, CitySignature city) {
        this.book = book;
        this.devices = devices;
        this.prints = prints;
        this.stays = stays;
        this.city = city;
    }

    /**
     * What was found.
     *
     * @param verdict {@code GOOD} where nothing speaks against taking it
     * @param holder null where the code is none
     * @param stay null where they are no member
     * @param nonce null where it is no code, or is on a printed card and so is not taken once only
     */
    record Judged(
            Verdict verdict,
            CodeBook.@Nullable Holder holder,
            @Nullable Stay stay,
            byte @Nullable [] nonce) {

        private static Judged of(Verdict verdict) {
            return new Judged(verdict, null, null, null);
        }
    }

    /** @param at when it was shown */
    Judged code(String text, Instant at) {
        var shown = Presented.read(text).orElse(null);
        if (shown == null) return Judged.of(Verdict.NO_CODE);
        var wrong = shown.wrong(city, at).orElse(null);
        if (wrong != null) return Judged.of(wrong);
        var holder = book.holder(shown.card()).orElse(null);
        if (holder == null) return Judged.of(Verdict.NOT_OURS);
        return lasts(shown, holder) ? member(holder, shown.nonce()) : Judged.of(Verdict.ENDED);
    }

    private boolean lasts(Presented shown, CodeBook.Holder holder) {
        return switch (shown) {
            case CardCode.Signed _ -> true;
            case DeviceCode made ->
                devices.lasts(holder.personId(), made.voucher().key());
            case PrintedCode printed -> prints.lasts(holder.personId(), printed.serial());
        };
    }

    Judged digits(String digits) {
        return book.typed(digits)
                .map(found -> member(book.holder(found.personId()).orElseThrow(), found.nonce()))
                .orElseGet(() -> Judged.of(Verdict.NO_CODE));
    }

    private Judged member(CodeBook.Holder holder, byte @Nullable [] nonce) {
        var stay = stays.current(holder.personId())
                .filter(one -> one.state() != MemberState.SUSPENDED)
                .orElse(null);
        return new Judged(stay == null ? Verdict.NO_MEMBER : Verdict.GOOD, holder, stay, nonce);
    }
}
