package org.uniongrid.people.vault;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM (GB/T 32907) and HMAC-SM3 (GB/T 32905), by Bouncy Castle: the algorithms of 国密, not a certified module. */
final class NationalStandard implements CryptoProvider {

    private static final int TAG_BITS = 128;

    @Override
    public String algorithm() {
        return "SM4GCM";
    }

    @Override
    public int sealKeySize() {
        return 16;
    }

    @Override
    public SecretKey sealKey(byte[] random) {
        return new SecretKeySpec(random, "SM4");
    }

    @Override
    public SecretKey indexKey(byte[] random) {
        return new SecretKeySpec(random, "HmacSM3");
    }

    @Override
    public byte[] seal(SecretKey key, byte[] iv, byte[] place, byte[] plain) {
        try {
            return run(true, key, iv, place, plain);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("SM4-GCM does not work here", e);
        }
    }

    @Override
    public byte[] open(SecretKey key, byte[] iv, byte[] place, byte[] sealed) throws GeneralSecurityException {
        try {
            return run(false, key, iv, place, sealed);
        } catch (InvalidCipherTextException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static byte[] run(boolean seal, SecretKey key, byte[] iv, byte[] place, byte[] text)
            throws InvalidCipherTextException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(seal, new AEADParameters(new KeyParameter(key.getEncoded()), TAG_BITS, iv, place));
        var out = new byte[cipher.getOutputSize(text.length)];
        int written = cipher.processBytes(text, 0, text.length, out, 0);
        cipher.doFinal(out, written);
        return out;
    }

    @Override
    public byte[] hash(SecretKey key, byte[] text) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key.getEncoded()));
        mac.update(text, 0, text.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}
