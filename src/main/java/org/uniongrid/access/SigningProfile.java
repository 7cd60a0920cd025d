package org.uniongrid.access;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** How what leaves the house is digested and signed, such as seals of the trail and members' codes. Keys are in their usual encodings, PKCS#8 and X.509. */
public enum SigningProfile {
    INTERNATIONAL("SHA-256 Ed25519") {
        @Override
        public byte[] digest(byte[] content) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(content);
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }

        @Override
        public Keys newKeys() throws GeneralSecurityException {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new Keys(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        }

        @Override
        public byte[] sign(byte[] content, byte[] privateKey) throws GeneralSecurityException {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            signature.update(content);
            return signature.sign();
        }

        @Override
        public boolean verify(byte[] content, byte[] signed, byte[] publicKey) throws GeneralSecurityException {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            signature.update(content);
            return signature.verify(signed);
        }
    },

    GM("SM3 SM2") {
        @Override
        public byte[] digest(byte[] content) {
            var digest = new SM3Digest();
            digest.update(content, 0, content.length);
            var out = new byte[digest.getDigestSize()];
            digest.doFinal(out, 0);
            return out;
        }

        @Override
        public Keys newKeys() throws GeneralSecurityException {
            var curve = new ECNamedDomainParameters(
                    GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
            var generator = new ECKeyPairGenerator();
            generator.init(new ECKeyGenerationParameters(curve, new SecureRandom()));
            var pair = generator.generateKeyPair();
            try {
                return new Keys(
                        PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                                .getEncoded(),
                        SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                                .getEncoded());
            } catch (java.io.IOException e) {
                throw new GeneralSecurityException(e);
            }
        }

        @Override
        public byte[] sign(byte[] content, byte[] privateKey) throws GeneralSecurityException {
            try {
                var signer = new SM2Signer();
                signer.init(
                        true, new ParametersWithRandom(PrivateKeyFactory.createKey(privateKey), new SecureRandom()));
                signer.update(content, 0, content.length);
                return signer.generateSignature();
            } catch (java.io.IOException | CryptoException e) {
                throw new GeneralSecurityException(e);
            }
        }

        @Override
        public boolean verify(byte[] content, byte[] signed, byte[] publicKey) throws GeneralSecurityException {
            try {
                AsymmetricKeyParameter key = PublicKeyFactory.createKey(publicKey);
                var signer = new SM2Signer();
                signer.init(false, key);
                signer.update(content, 0, content.length);
                return signer.verifySignature(signed);
            } catch (java.io.IOException | ClassCastException e) {
                throw new GeneralSecurityException(e);
            }
        }
    };

    private final String algorithm;

    SigningProfile(String algorithm) {
        this.algorithm = algorithm;
    }

    /** A pair of keys, PKCS#8 and X.509. */
    public record Keys(byte[] privateKey, byte[] publicKey) {

        /** What names a key in what it signed. */
        public static String id(byte[] publicKey) {
            var digest = new BigInteger(1, INTERNATIONAL.digest(publicKey));
            return "%064x".formatted(digest).substring(0, 16);
        }
    }

    public abstract byte[] digest(byte[] content);

    public abstract Keys newKeys() throws GeneralSecurityException;

    public abstract byte[] sign(byte[] content, byte[] privateKey) throws GeneralSecurityException;

    public abstract boolean verify(byte[] content, byte[] signed, byte[] publicKey) throws GeneralSecurityException;

    public String algorithm() {
        return algorithm;
    }

    public static Optional<SigningProfile> byAlgorithm(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.algorithm.equals(name))
                .findFirst();
    }
}
