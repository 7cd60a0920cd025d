package org.uniongrid.people.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.uniongrid.people.Place;
import org.uniongrid.people.SealBroken;

/**
 * What stands in a sealed column: {@code v1|algorithm|key id|iv|text}. Place and key id are part of the proof, so that a
 * value that was moved or changed is refused.
 */
record SealedText(String algorithm, String keyId, byte[] iv, byte[] text) {

    private static final String VERSION = "v1";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    static SealedText seal(Key key, Place place, String plain, SecureRandom random) {
        var iv = new byte[CryptoProvider.IV];
        random.nextBytes(iv);
        var provider = key.profile().provider();
        var text = provider.seal(key.seal(), iv, proof(place, key.id()), plain.getBytes(StandardCharsets.UTF_8));
        return new SealedText(provider.algorithm(), key.id(), iv, text);
    }

    /** Empty where it is no sealed text. */
    static Optional<SealedText> parse(String written) {
        var parts = written.split("\\|", -1);
        if (parts.length != 5 || !parts[0].equals(VERSION)) return Optional.empty();
        try {
            return Optional.of(new SealedText(parts[1], parts[2], DECODER.decode(parts[3]), DECODER.decode(parts[4])))
                    // the decoder forgives some changed last letters; nothing else may
                    .filter(parsed -> parsed.written().equals(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String open(Key key, Place place) {
        var provider = key.profile().provider();
        if (!algorithm.equals(provider.algorithm()) || iv.length != CryptoProvider.IV)
            throw new SealBroken(place, "changed");
        try {
            return new String(provider.open(key.seal(), iv, proof(place, keyId), text), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SealBroken(place, "changed, or sealed for another place");
        }
    }

    private static byte[] proof(Place place, String keyId) {
        return String.join("|", place.table(), place.row().toString(), place.column(), keyId)
                .getBytes(StandardCharsets.UTF_8);
    }

    String written() {
        return String.join("|", VERSION, algorithm, keyId, ENCODER.encodeToString(iv), ENCODER.encodeToString(text));
    }
}
