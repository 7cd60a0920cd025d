package org.uniongrid.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmployerTermsTests {

    @Test
    void everyDivisionOfTheStandardLiesInOneSection() {
        for (int division = 1; division <= 97; division++) {
            var digits = "%02d".formatted(division);
            assertThat(IndustrySection.values())
                    .filteredOn(one -> one.holds(digits))
                    .as(digits)
                    .hasSize(1);
        }
        assertThat(IndustrySection.values()).noneMatch(one -> one.holds("98") || one.holds("00") || one.holds("5"));
    }

    @Test
    void aSectionIsReadFromItsLetterItsTermOrACodeInIt() {
        assertThat(IndustrySection.of("G")).contains(IndustrySection.G);
        assertThat(IndustrySection.of("G5810")).contains(IndustrySection.G);
        assertThat(IndustrySection.of("制造业")).contains(IndustrySection.C);
        assertThat(IndustrySection.of("U01")).isEmpty();
        assertThat(IndustrySection.of("G5")).isEmpty();
    }

    @Test
    void sizeChangesAtAHundredAndAfterThreeHundred() {
        assertThat(SizeClass.of(99)).contains(SizeClass.UNDER_100);
        assertThat(SizeClass.of(100)).contains(SizeClass.FROM_100);
        assertThat(SizeClass.of(300)).contains(SizeClass.FROM_100);
        assertThat(SizeClass.of(301)).contains(SizeClass.OVER_300);
        assertThat(SizeClass.of(null)).isEmpty();
        for (var one : SizeClass.values()) {
            assertThat(SizeClass.of(one.from())).contains(one);
            assertThat(SizeClass.of(one.to())).contains(one);
        }
    }

    @Test
    void anOriginIsReadByCodeOrTermAndNamedInChinese() {
        assertThat(Origin.of("hk")).contains(new Origin("HK"));
        assertThat(Origin.of("香港")).contains(new Origin("HK"));
        assertThat(Origin.of("中国台湾")).contains(new Origin("TW"));
        assertThat(new Origin("TW").term()).isEqualTo("中国台湾");
        assertThat(new Origin("NO").term()).isEqualTo("挪威");
        assertThat(Origin.of("XX")).isEmpty();
        assertThat(Origin.USUAL).extracting(Origin::code).startsWith("CN", "HK", "MO", "TW");
    }

    @Test
    void termsAreReadBack() {
        for (var one : PartyOrganisation.values())
            assertThat(PartyOrganisation.of(one.term())).contains(one);
        for (var one : EmployerState.values())
            assertThat(EmployerState.of(one.term())).contains(one);
        for (var one : CoverMode.values()) assertThat(CoverMode.of(one.name())).contains(one);
    }
}
