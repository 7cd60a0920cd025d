package org.uniongrid.organisation.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.people.Vault;
import org.uniongrid.web.CursorOutdated;

/**
 * Positions in lists as programs hold them. A position is the key of the last row itself, so that it holds whatever
 * becomes of that row; since it has internal numbers in it, it is encrypted. The same position gives the same text.
 */
@Component
class Cursors {

    private static final String COLUMN = "organisation.api.cursor";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Vault vault;

    Cursors(Vault vault) {
        this.vault = vault;
    }

    @Transactional
    public String text(Position position) {
        var plain = (position.path() + " " + position.id()).getBytes(StandardCharsets.UTF_8);
        try {
            var nonce = Arrays.copyOf(digest(plain), NONCE);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whatever is no cursor of ours is outdated, as one from before a change of keys is. */
    @Transactional
    public Position position(String text) {
        try {
            var whole = Base64.getUrlDecoder().decode(text);
            if (whole.length <= NONCE) throw new CursorOutdated();
            var plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE))
                    .doFinal(whole, NONCE, whole.length - NONCE);
            var parts = new String(plain, StandardCharsets.UTF_8).split(" ", 2);
            return new Position(parts[0], Long.parseLong(parts[1]));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new CursorOutdated();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key("cipher"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** The nonce follows from the text, so that none serves two of them. */
    private byte[] digest(byte[] plain) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key("nonce"), "HmacSHA256"));
        return mac.doFinal(plain);
    }

    /** 256 bits that nobody knows who has not the keys of the vault. */
    private byte[] key(String purpose) {
        var index = vault.index(COLUMN, purpose);
        return Arrays.copyOfRange(index, index.length - 32, index.length);
    }
}
