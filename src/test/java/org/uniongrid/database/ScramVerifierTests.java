package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ScramVerifierTests {

    private static final String SALT = "W22ZaJ0SNY7soEsUEjb6gQ==";

    /** The exchange printed in RFC 7677, section 3. */
    @Test
    void signsAsInTheStandard() throws Exception {
        var verifier = ScramVerifier.of("pencil", Base64.getDecoder().decode(SALT));
        assertThat(verifier).startsWith("SCRAM-SHA-256$4096:" + SALT + "$");
        var serverKey = Base64.getDecoder().decode(verifier.substring(verifier.lastIndexOf(':') + 1));
        var nonce = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
        var exchange = "n=user,r=rOprNGfwEbeRWgbNEkqO,r=" + nonce + ",s=" + SALT + ",i=4096,c=biws,r=" + nonce;
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(serverKey, "HmacSHA256"));
        assertThat(Base64.getEncoder().encodeToString(mac.doFinal(exchange.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    }

    @Test
    void samePasswordLooksDifferentEachTime() {
        assertThat(ScramVerifier.of("pencil")).isNotEqualTo(ScramVerifier.of("pencil"));
    }
}
