package org.uniongrid.people.vault;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM and HMAC-SHA-256, as the JDK has them. */
final class International implements CryptoProvider {

    private static final int TAG_BITS = 128;

    @Override
    public String algorithm() {
        return "A256GCM";
    }

    @Override
    public int sealKeySize() {
        return 32;
    }

    @Override
    public SecretKey sealKey(byte[] random) {
        return new SecretKeySpec(random, "AES");
    }

    @Override
    public SecretKey indexKey(byte[] random) {
        return new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public byte[] seal(SecretKey key, byte[] iv, byte[] place, byte[] plain) {
        try {
            return run(Cipher.ENCRYPT_MODE, key, iv, place, plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not work here", e);
        }
    }

    @Override
    public byte[] open(SecretKey key, byte[] iv, byte[] place, byte[] sealed) throws GeneralSecurityException {
        return run(Cipher.DECRYPT_MODE, key, iv, place, sealed);
    }

    private static byte[] run(int mode, SecretKey key, byte[] iv, byte[] place, byte[] text)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(place);
        return cipher.doFinal(text);
    }

    @Override
    public byte[] hash(SecretKey key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 does not work here", e);
        }
    }
}
