package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Account;
import org.uniongrid.demo.DemoCity;

/** A1: the union tree is imported, browsed and searched, on a desk and on a phone. */
@ModuleTest
class A1_RegisterStory {

    private static final Path MISTAKES = Path.of("samples/yunzhou-new-unions-with-mistakes.xlsx");
    private static final Path MENDED = Path.of("samples/yunzhou-new-unions.xlsx");
    private static final String ZONE = "云州高新区总工会";
    private static final List<String> FIRMS = DemoCity.on(LocalDate.of(2026, 11, 20)).newcomers().stream()
            .map(row -> row.getOrDefault("employer_name", ""))
            .toList();

    private final Union union;

    @LocalServerPort
    private int port;

    A1_RegisterStory(Union union) {
        this.union = union;
    }

    @Test
    void aCadreImportsAListAndFindsAFirmByTwoCharacters() {
        var cadre = union.account("federation-cadre", union.unit(ZONE));
        try (var desk = Chromium.visitor(address(), 1440)) {
            desk.signIn(cadre.login(), Union.PASSWORD);
            upload(desk.page, MISTAKES);

            assertThat(desk.page.locator("#run")).containsText("有错误");
            var problems = desk.page.locator("table", new Page.LocatorOptions().setHasText("文件中的内容"));
            assertThat(problems.locator("tbody tr")).hasCount(4);
            assertThat(problems.locator("tbody tr").nth(0)).containsText("4");
            assertThat(problems.locator("tbody tr").nth(0)).containsText("统一社会信用代码");
            assertThat(problems.locator("tbody tr").nth(1)).containsText("物流港园区联合工会");
            assertThat(problems.locator("tbody tr").nth(2)).containsText("2026.13.05");
            desk.shoot("import-problems-1440");

            press(desk.page, "只导入");
            assertThat(desk.page.locator("#run")).containsText("已导入 20 行");

            assertThat(desk.complaints()).isEmpty();
        }
        findsAFirmByTwoCharacters(cadre, 1440, FIRMS.getFirst());
        try (var phone = Chromium.visitor(address(), 390)) {
            phone.signIn(cadre.login(), Union.PASSWORD);
            upload(phone.page, MENDED);
            assertThat(phone.page.locator("#run .stats")).containsText("28");
            phone.shoot("import-checked-390");
            assertThat(phone.overflow()).isZero();
            press(phone.page, "导入");
            assertThat(phone.page.locator("#run")).containsText("已导入 48 行");
            assertThat(phone.complaints()).isEmpty();
        }
        findsAFirmByTwoCharacters(cadre, 390, FIRMS.getLast());
    }

    private void findsAFirmByTwoCharacters(Account cadre, int width, String firm) {
        var brand = firm.replaceFirst("^(云州高新|云州|云岭)", "").substring(0, 2);
        try (var visitor = Chromium.visitor(address(), width)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            visitor.open("/organisation/employers");
            visitor.page.locator("form.filters [name=q]").fill(brand);
            assertThat(visitor.page.locator("#list .chip")).containsText(brand);
            visitor.shoot("find-" + width);
            assertThat(visitor.overflow()).isZero();

            visitor.page
                    .locator("#list tbody a", new Page.LocatorOptions().setHasText(firm))
                    .first()
                    .click();
            assertThat(visitor.page.locator("h1")).hasText(firm);
            visitor.shoot("employer-" + width);
            assertThat(visitor.overflow()).isZero();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void theTreeOpensBranchByBranchAndLeadsToLists(int width) {
        var cadre = union.account("federation-cadre", union.unit("云州市总工会"));
        try (var visitor = Chromium.visitor(address(), width)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            visitor.open("/organisation/tree");
            assertThat(visitor.page.locator(".tree")).not().containsText("物流港园区工会联合会");

            var zone = visitor.page
                    .locator("li", new Page.LocatorOptions().setHasText(ZONE))
                    .last();
            zone.locator("a.twist").first().click();
            assertThat(visitor.page.locator(".tree")).containsText("物流港园区工会联合会");
            assertThat(visitor.page).hasURL(address() + "/organisation/tree");

            link(visitor.page, "物流港园区工会联合会");
            assertThat(visitor.page.locator("h2").first()).hasText("物流港园区工会联合会");
            visitor.shoot("tree-" + width);
            assertThat(visitor.overflow()).isZero();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"云州市总工会", ZONE, "物流港园区工会联合会", "翠湖街道总工会", "物流港园区小微企业联合工会"})
    void everyFigureOfAUnionIsThatOfTheListItLeadsTo(String name) {
        var cadre = union.account("federation-cadre", union.unit("云州市总工会"));
        try (var desk = Chromium.visitor(address(), 1440)) {
            desk.signIn(cadre.login(), Union.PASSWORD);
            desk.open("/organisation/units/" + union.unit(name).publicId());
            var figures = desk.page.locator("a.bignum").all().stream()
                    .map(figure -> Map.entry(figure.getAttribute("href"), figure.textContent()))
                    .toList();
            assertThat(figures).isNotEmpty();
            for (var figure : figures) {
                desk.open(figure.getKey());
                assertThat(desk.page.locator("#list .found"))
                        .containsText(Pattern.compile(" " + figure.getValue() + " [家个]"));
                assertThat(desk.page.locator("h2").first()).hasText(name);
            }
        }
    }

    @Test
    void theTreeLeadsBackToTheListItWasOpenedFrom() {
        var cadre = union.account("federation-cadre", union.unit("云州市总工会"));
        try (var phone = Chromium.visitor(address(), 390)) {
            phone.signIn(cadre.login(), Union.PASSWORD);
            phone.open("/organisation/employers");
            link(phone.page, "选择组织");
            phone.page
                    .locator("li", new Page.LocatorOptions().setHasText(ZONE))
                    .last()
                    .locator("a.twist")
                    .first()
                    .click();
            link(phone.page, "物流港园区工会联合会");
            assertThat(phone.page).hasURL(Pattern.compile(".*/organisation/employers\\?under=.*"));
            assertThat(phone.page.locator("h2").first()).hasText("物流港园区工会联合会");
        }
    }

    @Test
    void everythingWorksWithoutScript() {
        var city = union.city();
        var cadre = union.account("federation-cadre", union.unit("云州市总工会"));
        try (var visitor = Chromium.visitorWithoutScript(address(), 390)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            visitor.open("/organisation/tree");
            visitor.page
                    .locator("li", new Page.LocatorOptions().setHasText(ZONE))
                    .last()
                    .locator("a.twist")
                    .first()
                    .click();
            assertThat(visitor.page.locator(".tree")).containsText("物流港园区工会联合会");

            visitor.open("/organisation/employers");
            visitor.page.locator("form.filters [name=q]").fill("冷链");
            visitor.page.locator("form.filters button").click();
            assertThat(visitor.page).hasURL(Pattern.compile(".*[?&]q=.*"));
            assertThat(visitor.page.locator("#list tbody tr td:first-child a").first())
                    .containsText("冷链");
            assertThat(visitor.page.locator("body")).not().containsText(city.name());

            upload(visitor.page, MENDED);
            var refresh = visitor.page.locator("#run noscript a");
            for (int i = 0; i < 100 && refresh.count() > 0; i++) refresh.click();
            assertThat(visitor.page.locator("#run")).containsText("48");
        }
    }

    @Test
    void theSamePagesSpeakEnglishAndTurnDark() {
        var cadre = union.account("federation-cadre", union.unit(ZONE));
        try (var visitor = Chromium.visitor(address(), 1440)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            visitor.open("/organisation/employers?q=冷链");
            visitor.page
                    .getByText("EN", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(visitor.page.locator("h1")).hasText("Unions and employers");
            assertThat(visitor.page.locator("#list .chip")).containsText("冷链");

            visitor.page.locator(".who").click();
            visitor.page.locator("button[value=dark]").first().click();
            assertThat(visitor.page.locator("html")).hasAttribute("data-bs-theme", "dark");
            visitor.shoot("register-en-dark-1440");
            assertThat(visitor.overflow()).isZero();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private void upload(Page page, Path file) {
        page.navigate(address() + "/exchange/imports/new?kind=unions");
        page.locator("input[type=file]").setInputFiles(file);
        page.locator("form[enctype='multipart/form-data'] button.btn-primary").click();
        page.waitForURL(url -> url.matches(".*/exchange/imports/[0-9a-f-]{36}"));
    }

    private static void press(Page page, String words) {
        page.locator("form[action$='/commit'] button", new Page.LocatorOptions().setHasText(words))
                .click();
    }

    private static void link(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
