package org.uniongrid.membership.codes;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.access.CitySignature;

/**
 * A code that somebody shows, as it was read off a screen or a card. Three kinds: made by the city ({@code UG1.}), by a
 * phone that the city vouches for ({@code UG2.}), and printed on a card ({@code UG3.}).
 */
sealed interface Presented permits CardCode.Signed, DeviceCode, PrintedCode {

    /** Longer is none of ours. */
    int LONGEST = 700;

    /** Empty for anything else, such as the address of a poster. */
    static Optional<Presented> read(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        return CardCode.read(text)
                .<Presented>map(code -> code)
                .or(() -> DeviceCode.read(text))
                .or(() -> PrintedCode.read(text));
    }

    /** The card's handle. */
    UUID card();

    /** What is taken once; null on a printed card, which is shown again and again. */
    byte @Nullable [] nonce();

    /** Empty where it was signed by whom it says, and holds at that moment. */
    Optional<Verdict> wrong(CitySignature signature, Instant at);
}
