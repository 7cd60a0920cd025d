package org.uniongrid.access.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uniongrid.web.Camera;

/** Codes as the standard has them, and the picture an app reads. */
class TotpTests {

    /** The secret of the standard's examples. */
    private static final String SECRET = Base32.write("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_010);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfRfc6238(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void takesTheStepsBesideThisOneAndNoOthers(int away, boolean taken) {
        long step = Totp.step(NOW) + away;
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step), NOW))
                .isEqualTo(taken ? OptionalLong.of(step) : OptionalLong.empty());
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "28708", "2870820", "abcdef", "２８７０８２"})
    void whatIsNoCodeIsWrong(String typed) {
        assertThat(Totp.stepOf(SECRET, typed, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void writesAndReadsBase32() {
        var random = new Random(6238);
        IntStream.range(0, 40).forEach(length -> {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base32.read(Base32.write(bytes))).isEqualTo(bytes);
        });
        assertThat(Base32.write("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    }

    @Test
    void thePictureHoldsTheAddressThatAppsRead() throws Exception {
        var code = Enrolment.of("li.wei", SECRET, "sealed").picture();
        assertThat(Camera.read(code))
                .isEqualTo("otpauth://totp/UnionGrid:li.wei?secret=" + SECRET + "&issuer=UnionGrid");
    }
}
