package org.uniongrid.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;

/** Everybody arranges their lists for themselves. */
@ModuleTest
class OwnListTests {

    private final SavedFilters saved;
    private final ListColumns columns;
    private final MockMvcTester mvc;
    private final Union.Unit city;
    private final Actor cadre;
    private final Actor colleague;

    OwnListTests(Union union, SavedFilters saved, ListColumns columns, MockMvcTester mvc) {
        this.saved = saved;
        this.columns = columns;
        this.mvc = mvc;
        city = union.city();
        this.cadre = union.cadre(city);
        this.colleague = union.cadre(city);
    }

    @Test
    void aFilterIsKeptRenamedAndDeletedByItsOwnerOnly() {
        saved.save(ListKind.EMPLOYERS, " 大企业 ", "size=FROM_1000", false, cadre);
        var one = saved.of(ListKind.EMPLOYERS, cadre).getFirst();
        assertThat(one.name()).isEqualTo("大企业");
        assertThat(saved.of(ListKind.UNITS, cadre)).isEmpty();
        assertThat(saved.of(ListKind.EMPLOYERS, colleague)).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> saved.find(one.publicId(), colleague));
        saved.rename(one, "千人企业");
        assertThat(saved.find(one.publicId(), cadre).name()).isEqualTo("千人企业");
        saved.delete(one);
        assertThat(saved.of(ListKind.EMPLOYERS, cadre)).isEmpty();
    }

    @Test
    void namesAreOfOneToFortyCharactersAndStandOnce() {
        saved.save(ListKind.EMPLOYERS, "a".repeat(40), "size=FROM_25", false, cadre);
        assertBroken(ListRule.FILTER_WITH_A_NAME, "a".repeat(41), "size=FROM_25");
        assertBroken(ListRule.FILTER_WITH_A_NAME, "  ", "size=FROM_25");
        assertBroken(ListRule.FILTER_NAMED_ONCE, "A".repeat(40), "size=FROM_25");
        assertBroken(ListRule.FILTER_OF_SOMETHING, "空", "");
    }

    @Test
    void twentyAreKeptAndNoMore() {
        IntStream.range(0, SavedFilters.MOST)
                .forEach(i -> saved.save(ListKind.UNITS, "滤" + i, "term=OVERDUE", false, cadre));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> saved.save(ListKind.UNITS, "多", "term=OVERDUE", false, cadre))
                .satisfies(broken -> assertThat(broken.rule()).isEqualTo(ListRule.FILTERS_NOT_TOO_MANY));
    }

    @Test
    void theListBeginsWithOneOfThem() {
        saved.save(ListKind.EMPLOYERS, "甲", "size=FROM_25", true, cadre);
        saved.save(ListKind.EMPLOYERS, "乙", "standing=NONE", true, cadre);
        assertThat(saved.first(ListKind.EMPLOYERS, cadre).orElseThrow().name()).isEqualTo("乙");
        var opened = mvc.get().uri("/organisation/employers").requestAttr(Actor.class.getName(), cadre);
        assertThat(opened).hasRedirectedUrl("/organisation/employers?standing=NONE");
        assertThat(mvc.get().uri("/organisation/employers?q=").requestAttr(Actor.class.getName(), cadre))
                .hasStatusOk();
        saved.beginWith(saved.first(ListKind.EMPLOYERS, cadre).orElseThrow(), false, cadre);
        assertThat(opened).hasStatusOk();
    }

    @Test
    void anUntidyNameComesBackWithTheFilter() {
        var answer = mvc.post()
                .uri("/organisation/lists/employers/filters")
                .param("name", " ")
                .param("size", "FROM_25")
                .param("standing", "NONE")
                .requestAttr(Actor.class.getName(), cadre);
        assertThat(answer).hasStatus(422).bodyText().contains("name=\"size\" value=\"FROM_25\"", "请给筛选起个名称");
    }

    @Test
    void columnsAreChosenInTheOrderOfTheListEightAtMost() {
        assertThat(columns.of(ListKind.UNITS, cadre)).isEqualTo(ListKind.UNITS.usual());
        columns.choose(ListKind.UNITS, List.of("state", "chair", "nonsense"), cadre);
        assertThat(columns.of(ListKind.UNITS, cadre)).containsExactly("chair", "state");
        assertThat(columns.of(ListKind.UNITS, colleague)).isEqualTo(ListKind.UNITS.usual());
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() ->
                        columns.choose(ListKind.UNITS, ListKind.UNITS.columns().subList(0, 9), cadre));
        columns.choose(ListKind.UNITS, ListKind.UNITS.columns().subList(0, 8), cadre);
        columns.choose(ListKind.UNITS, List.of(), cadre);
        assertThat(columns.of(ListKind.UNITS, cadre)).isEqualTo(ListKind.UNITS.usual());
    }

    @Test
    void columnsThatAreTooManyComeBackTickedWithTheList() {
        for (var list : ListKind.values()) {
            var nine = list.columns().subList(0, 9);
            var answer = mvc.post()
                    .uri("/organisation/lists/" + list.path() + "/columns")
                    .param("under", city.publicId().toString())
                    .param("column", nine.toArray(String[]::new))
                    .requestAttr(Actor.class.getName(), cadre)
                    .exchange();
            assertThat(answer).hasRedirectedUrl(list.address() + "?under=" + city.publicId());
            var page = mvc.get()
                    .uri(list.address() + "?under=" + city.publicId())
                    .flashAttrs(answer.getMvcResult().getFlashMap())
                    .requestAttr(Actor.class.getName(), cadre)
                    .exchange();
            assertThat(page).hasStatusOk().bodyText().contains("最多显示 8 列", "<details class=\"drop-menu\" open>");
            assertThat(page)
                    .bodyText()
                    .satisfies(text -> assertThat(text.split("name=\"column\" value=\"[a-z]+\" checked", -1))
                            .hasSize(10));
            assertThat(columns.of(list, cadre)).isEqualTo(list.usual());
        }
    }

    private void assertBroken(ListRule rule, String name, String query) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> saved.save(ListKind.EMPLOYERS, name, query, false, cadre))
                .satisfies(broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
