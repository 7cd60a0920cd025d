package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** What a phone shows is seen whole; what is ticked too often is told where it was ticked. */
@ModuleTest
class SmallScreenStory {

    private final Union union;
    private final Union.Unit city;

    @LocalServerPort
    private int port;

    SmallScreenStory(Union union) {
        this.union = union;
        this.city = union.city();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 360", "en, 360", "en, 479"})
    void choicesTakeTheWholeRow(String language, int width) {
        try (var visitor = Chromium.visitor(address(), width)) {
            signIn(visitor);
            if (language.equals("en"))
                visitor.page.evaluate("document.querySelector('button[name=language][value=en]').click()");
            assertThat(visitor.page.locator("html[lang=" + language + "]")).hasCount(1);
            for (var list : List.of("chains", "employers", "units")) {
                visitor.open("/organisation/" + list);
                var rows = visitor.page.locator(".filters > select");
                var room = number(visitor.page, "document.querySelector('.filters').clientWidth") - 32;
                for (var row : rows.all())
                    assertThat(row.boundingBox().width).as(list).isEqualTo(room);
                visitor.shoot("small-choices-" + language + "-" + list + "-" + width);
                assertThat(visitor.overflow()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 767})
    void goodNewsDoesNotCoverTheTitle(int width) {
        try (var visitor = Chromium.visitor(address(), width)) {
            signIn(visitor);
            visitor.open("/organisation/employers?standing=NONE");
            visitor.page.locator(".tools summary").first().click();
            visitor.page.locator(".tools-menu [name=name]").fill("小屏");
            visitor.page.locator(".tools-menu [name=name] ~ button").click();
            var news = visitor.page.locator(".toast-ug");
            assertThat(news).isVisible();
            visitor.shoot("small-news-" + width);
            var box = news.boundingBox();
            assertThat(box.y).isGreaterThan(844 / 2.0);
            assertThat(box.y + box.height).isBetween(800.0, 844.0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 390})
    void theTableOfARulePackFitsItsBox(int width) {
        try (var visitor = Chromium.visitor(address(), width)) {
            signIn(visitor);
            visitor.open("/organisation/packs/committee-size");
            var table = "document.querySelector('.table.fits')";
            visitor.shoot("small-pack-" + width);
            assertThat(number(visitor.page, table + ".offsetWidth"))
                    .isLessThanOrEqualTo(number(visitor.page, table + ".parentNode.clientWidth"));
        }
    }

    @Test
    void afterEightColumnsTheOthersWait() {
        try (var visitor = Chromium.visitor(address(), 1440)) {
            signIn(visitor);
            visitor.open("/organisation/units");
            visitor.page.locator(".tools summary").last().click();
            for (var column : List.of("state", "industry", "ownership"))
                visitor.page.locator(".tools-cols [value=" + column + "]").check();
            assertThat(visitor.page.locator(".tools-cols [value=uscc]")).isDisabled();
            visitor.page.locator(".tools-cols [value=state]").uncheck();
            assertThat(visitor.page.locator(".tools-cols [value=uscc]")).isEnabled();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 360})
    void withoutScriptTooManyColumnsComeBackTicked(int width) {
        try (var visitor = Chromium.visitorWithoutScript(address(), width)) {
            signIn(visitor);
            visitor.open("/organisation/employers");
            visitor.page.locator(".tools summary").last().click();
            var boxes = visitor.page.locator(".tools-cols input");
            for (var box : boxes.all()) box.check();
            visitor.page.locator(".tools-cols").locator("xpath=../../button").click();
            assertThat(visitor.page.locator(".tools-menu .note")).containsText("最多显示 8 列");
            for (var box : boxes.all()) assertThat(box).isChecked();
            visitor.shoot("small-columns-" + width);
            assertThat(visitor.overflow()).isZero();
        }
    }

    private void signIn(Chromium.Visitor visitor) {
        visitor.signIn(union.account("federation-cadre", city).login(), Union.PASSWORD);
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
