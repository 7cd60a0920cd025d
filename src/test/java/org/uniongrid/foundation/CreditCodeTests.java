package org.uniongrid.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTests {

    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"91512081MA62K0260E", "9131000063159284XQ"})
    void acceptsPublishedCodes(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
        assertThat(CreditCode.checkDigit(code.substring(0, 17))).isEqualTo(code.charAt(17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350211M0000XUF46", "91350100M0001TGQXM"})
    void refusesCodesThatAreQuotedAsRealButDoNotAddUp(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "91512081MA62K0260",
                "91512081MA62K0260E0",
                "91512081ma62k0260e",
                " 91512081MA62K0260E",
                "９１512081MA62K0260E"
            })
    void refusesWhatIsNotEighteenPlainUpperCaseCharacters(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91512081MA62K0260E", "9131000063159284XQ"})
    void noticesEverySingleWrongCharacter(String code) {
        for (int place = 0; place < 18; place++) {
            for (int i = 0; i < ALPHABET.length(); i++) {
                char other = ALPHABET.charAt(i);
                var changed = new StringBuilder(code);
                changed.setCharAt(place, other);
                assertThat(CreditCode.isValid(changed.toString()))
                        .as(changed.toString())
                        .isEqualTo(other == code.charAt(place));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"I", "O", "S", "V", "Z"})
    void knowsNoLettersThatLookLikeDigits(String letter) {
        assertThat(CreditCode.isValid("91512081MA62K0260" + letter)).isFalse();
        assertThatThrownBy(() -> CreditCode.checkDigit(letter + "1512081MA62K0260"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysNoCheckDigitForAPartOfACode() {
        assertThatThrownBy(() -> CreditCode.checkDigit("91512081MA62K026"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsAnOrganisationCodeWithItsOwnCheckDigit() {
        assertThat(CreditCode.organisationCode("MA62K026")).isEqualTo("MA62K0260");
        assertThat(CreditCode.organisationCode("63159284")).isEqualTo("63159284X");
    }

    @Test
    void buildsAnOrganisationCodeFromEightCharactersOnly() {
        assertThatThrownBy(() -> CreditCode.organisationCode("MA62K02")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CreditCode.organisationCode("ma62k026")).isInstanceOf(IllegalArgumentException.class);
    }
}
