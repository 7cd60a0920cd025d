package org.uniongrid.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uniongrid.foundation.Masks;
import org.uniongrid.people.IdNumber.Fault;

/** Numbers as people write them. The identity number is the example of the standard. */
class ValuesTests {

    private static final String EXAMPLE = "11010519491231002X";

    @Test
    void readsTheExampleOfTheStandard() {
        var number = IdNumber.of(EXAMPLE).orElseThrow();
        assertThat(number.birthday()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number.isWoman()).isTrue();
        assertThat(IdNumber.checkDigit("11010519491231002")).isEqualTo('X');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 110105 19491231 002x",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105\u00a019491231\u200b002X",
                "110105491231002"
            })
    void readsWhatPeopleMakeOfANumber(String typed) {
        assertThat(IdNumber.of(typed)).map(IdNumber::number).contains(EXAMPLE);
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002,LENGTH",
        "11010519491231002X0,LENGTH",
        "'',LENGTH",
        "1101051949123100XX,CHARACTERS",
        "01010519491231002X,CHARACTERS",
        "11010519490229002X,BIRTHDAY",
        "110105194913310020,BIRTHDAY",
        "110105187912310020,BIRTHDAY",
        "110105490230002,BIRTHDAY",
        "110105194912310021,CHECK_DIGIT",
        "110105194912310020,CHECK_DIGIT",
        "11010519491232002X,BIRTHDAY"
    })
    void saysWhatIsWrongWithANumber(String typed, Fault fault) {
        assertThat(IdNumber.fault(typed)).contains(fault);
        assertThat(IdNumber.of(typed)).isEmpty();
    }

    @Test
    void oneChangedDigitIsAlwaysNoticed() {
        for (int i = 0; i < 17; i++) {
            var digit = EXAMPLE.charAt(i);
            var changed =
                    EXAMPLE.substring(0, i) + (digit == '9' ? '8' : (char) (digit + 1)) + EXAMPLE.substring(i + 1);
            assertThat(IdNumber.of(changed)).as(changed).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "+86 138 0013 8000", "0086-138-0013-8000", "8613800138000", "１３８００１３８０００"})
    void readsPhonesAsTheyAreWritten(String typed) {
        assertThat(Phone.of(typed)).map(Phone::number).contains("13800138000");
        assertThat(Phone.of(typed)).map(Phone::prefix).contains("1380013");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1380013800",
                "138001380000",
                "12800138000",
                "23800138000",
                "010-66668888",
                "",
                "+85298765432",
                "13800138ooo"
            })
    void refusesWhatIsNoMobilePhone(String typed) {
        assertThat(Phone.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mei.zhang@example.org", " Mei.Zhang@Example.ORG "})
    void readsMail(String typed) {
        assertThat(Email.of(typed)).map(Email::address).contains("mei.zhang@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mei",
                "@example.org",
                "mei@",
                "mei@example",
                "a..b@example.org",
                "a@exa mple..org",
                "a@b.c,d@e.org",
                "a@-b.org"
            })
    void refusesWhatIsNoMail(String typed) {
        assertThat(Email.of(typed)).isEmpty();
    }

    @Test
    void warnsOfACardWhoseCheckDigitIsWrong() {
        assertThat(BankAccount.of("6222 0000 0000 0009"))
                .map(BankAccount::looksLikeACard)
                .contains(true);
        assertThat(BankAccount.of("6222000000000008"))
                .map(BankAccount::looksLikeACard)
                .contains(false);
        assertThat(BankAccount.of("1234567")).isEmpty();
        assertThat(BankAccount.of("12345678")).map(BankAccount::looksLikeACard).contains(false);
        assertThat(BankAccount.of("6".repeat(31))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ID_NUMBER,11010519491231002X,110***********002X",
        "ID_NUMBER,1101051,*******",
        "PHONE,13800138000,138****8000",
        "PHONE,1380013,*******",
        "EMAIL,zhang@example.org,z***@example.org",
        "EMAIL,nobody,******",
        "BANK_ACCOUNT,6222000000000008,**** 0008",
        "BANK_ACCOUNT,1234567,*******"
    })
    void masks(IdentityField field, String value, String shown) {
        assertThat(field.mask(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"张梅,张*", "张晓梅,张*梅", "欧阳晓梅,欧**梅", "梅,*", "𠀀晓梅,𠀀*梅"})
    void masksNames(String name, String shown) {
        assertThat(Masks.name(name)).isEqualTo(shown);
    }

    @Test
    void noValueTellsItselfByAccident() {
        assertThat(String.valueOf(IdNumber.of(EXAMPLE).orElseThrow())).doesNotContain("19491231");
        assertThat(String.valueOf(Phone.of("13800138000").orElseThrow())).doesNotContain("0013");
        assertThat(String.valueOf(Email.of("mei@example.org").orElseThrow())).doesNotContain("mei");
        assertThat(String.valueOf(BankAccount.of("6222000000000008").orElseThrow()))
                .doesNotContain("6222");
        assertThat(new Identities.Entry(1, IdentityField.PHONE, "13800138000").toString())
                .doesNotContain("138");
    }
}
