package org.uniongrid.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BigramsTests {

    @Test
    void keepsEveryPairOfNeighboursAndTheLastCharacter() {
        assertThat(Bigrams.vector("顺达物流")).isEqualTo("'顺达' '达物' '物流' '流'");
    }

    @Test
    void keepsNoPairAcrossTwoTexts() {
        assertThat(Bigrams.vector("顺达", "物流")).isEqualTo("'顺达' '达' '物流' '流'");
    }

    @Test
    void keepsAPairOnce() {
        assertThat(Bigrams.vector("达达达")).isEqualTo("'达达' '达'");
    }

    @Test
    void keepsATextOfOneCharacter() {
        assertThat(Bigrams.vector("达")).isEqualTo("'达'");
        assertThat(Bigrams.vector("")).isEmpty();
    }

    @Test
    void asksForAllPairsOfWhatWasTyped() {
        assertThat(Bigrams.query("顺达物")).isEqualTo("'顺达' & '达物'");
    }

    @Test
    void asksForEveryPairThatBeginsWithOneCharacter() {
        assertThat(Bigrams.query("顺")).isEqualTo("'顺':*");
    }

    @Test
    void takesCharactersOutsideTheBasicPlaneWhole() {
        assertThat(Bigrams.vector("𠮷野家")).isEqualTo("'𠮷野' '野家' '家'");
        assertThat(Bigrams.query("𠮷")).isEqualTo("'𠮷':*");
    }

    @Test
    void overlooksCaseAndSigns() {
        assertThat(Bigrams.query(" A-b顺达（中国） ")).isEqualTo(Bigrams.query("aB顺达中国"));
    }

    @Test
    void overlooksTheWidthOfLettersAndDigits() {
        assertThat(Bigrams.query("０９ＡＺａｚ")).isEqualTo(Bigrams.query("09azaz"));
        assertThat(Bigrams.vector("ＪＷ厂")).isEqualTo(Bigrams.vector("jw厂"));
        assertThat(Bigrams.words("ＪＷ\u3000（１号）")).containsExactly("JW", "（1号）");
    }

    @Test
    void asksForEachWordByItself() {
        assertThat(Bigrams.query("顺达 物\u3000ab -")).isEqualTo("'顺达' & '物':* & 'ab'");
        assertThat(Bigrams.words(" 顺达 物\u3000ab ")).containsExactly("顺达", "物", "ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "'", "\\", "' | '", "😀", ":*", "%_&|!()<->"})
    void asksForNothingWhereNothingWasTypedThatCanBeFound(String typed) {
        assertThat(Bigrams.query(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"顺'达", "顺\\达", "顺达'; drop table x", "顺达:*", "顺 & !达"})
    void neverLetsASignThrough(String typed) {
        assertThat(Bigrams.query(typed)).matches("(?:(?:^| & )(?:'[\\p{L}\\p{N}]{2}'|'[\\p{L}\\p{N}]':\\*))+");
    }
}
