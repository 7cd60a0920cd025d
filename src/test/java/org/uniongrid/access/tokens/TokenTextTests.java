package org.uniongrid.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** How a token looks. */
class TokenTextTests {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void isFoundByScannersOfSources() {
        assertThat(TokenText.random(RANDOM).text()).matches("ug_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}");
    }

    @Test
    void isReadAgain() {
        var made = TokenText.random(RANDOM);
        assertThat(TokenText.read(made.text())).contains(made);
        assertThat(made.text()).contains(made.key());
    }

    @Test
    void knowsEverySlipByItsChecksum() {
        var text = TokenText.random(RANDOM).text();
        for (int i = 0; i < text.length(); i++) {
            var other = text.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(TokenText.read(text.substring(0, i) + other + text.substring(i + 1)))
                    .as("sign %s", i)
                    .isEmpty();
            assertThat(TokenText.read(text.substring(0, i))).isEmpty();
        }
        assertThat(TokenText.read(text + "x")).isEmpty();
        assertThat(TokenText.read("")).isEmpty();
    }

    @Test
    void isNotSaidByMistake() {
        var made = TokenText.random(RANDOM);
        assertThat(made.toString()).doesNotContain(made.text().substring(16));
    }
}
