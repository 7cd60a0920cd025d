package org.uniongrid.people.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.SecretKey;

/**
 * One generation of keys: one that seals and, apart from it, one for the blind index. The id follows from the keys, so
 * that a damaged line of the key file shows and two files never mean different keys by one id.
 */
record Key(String id, Profile profile, SecretKey seal, SecretKey index) {

    static final int INDEX_SIZE = 32;

    static Key of(Profile profile, byte[] seal, byte[] index) {
        var provider = profile.provider();
        return new Key(idOf(profile, seal, index), profile, provider.sealKey(seal), provider.indexKey(index));
    }

    private static String idOf(Profile profile, byte[] seal, byte[] index) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(profile.name().getBytes(StandardCharsets.US_ASCII));
            digest.update(seal);
            digest.update(index);
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id and the keyed hash, so that SQL can tell under which key an index was made. */
    byte[] indexOf(String column, String plain) {
        var hash = profile.provider().hash(index, (column + "|" + plain).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(4 + hash.length).put(mark()).put(hash).array();
    }

    /** What indexes of this key begin with. */
    byte[] mark() {
        return HexFormat.of().parseHex(id);
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
