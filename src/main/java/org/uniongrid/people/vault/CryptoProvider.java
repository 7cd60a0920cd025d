package org.uniongrid.people.vault;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;

/**
 * The port to what encrypts. A certified module in hardware stands here as one more: its keys are handles that never
 * leave it.
 */
interface CryptoProvider {

    int IV = 12;

    /** What sealed texts call it. */
    String algorithm();

    SecretKey sealKey(byte[] random);

    SecretKey indexKey(byte[] random);

    /** How many random bytes a key for sealing has. */
    int sealKeySize();

    /** Encrypts, with proof that neither text nor place was changed. */
    byte[] seal(SecretKey key, byte[] iv, byte[] place, byte[] plain);

    /** Fails where anything was changed. */
    byte[] open(SecretKey key, byte[] iv, byte[] place, byte[] sealed) throws GeneralSecurityException;

    /** A keyed hash of 32 bytes. */
    byte[] hash(SecretKey key, byte[] text);
}
