package org.uniongrid.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the city signs in its name, such as its members' codes, so that whoever has its public key can check it without
 * asking. The private key stands in {@code keys} of the data folder, like those of the vault; algorithms by the setting
 * {@code uniongrid.crypto}: Ed25519, or SM2 in the profile {@code gm}.
 */
@Component
public class CitySignature {

    private final SigningProfile profile;
    private final SigningProfile.Keys keys;

    CitySignature(
            @Value("${uniongrid.data:data}") Path data, @Value("${uniongrid.crypto:international}") String crypto) {
        this.profile = crypto.strip().equalsIgnoreCase("gm") ? SigningProfile.GM : SigningProfile.INTERNATIONAL;
        try {
            this.keys = SigningFile.own(
                    data.resolve("keys").resolve("city-" + profile.name().toLowerCase(Locale.ROOT) + ".pem"), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Such as {@code SHA-256 Ed25519}. */
    public String algorithm() {
        return profile.algorithm();
    }

    /** X.509. */
    public byte[] publicKey() {
        return keys.publicKey().clone();
    }

    public byte[] sign(byte[] content) {
        try {
            return profile.sign(content, keys.privateKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** False for what is no signature at all, too. */
    public boolean isOurs(byte[] content, byte[] signature) {
        try {
            return profile.verify(content, signature, keys.publicKey());
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }
}
