package org.uniongrid.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The look of every kind of page in a browser, under the real content policy. Pictures lie in target/shots. */
class GalleryTests {

    private static HttpServer server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", GalleryTests::serve);
        server.start();
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(
                                Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
    }

    @AfterAll
    static void close() {
        playwright.close();
        server.stop(0);
    }

    @Test
    void pagesFitEveryScreen() {
        for (var width : List.of(1440, 390)) visit("zh-CN", "light", width, true, Gallery.PAGES.keySet());
        for (var width : List.of(1920, 1280, 800, 360))
            visit("zh-CN", "light", width, false, List.of("list", "record", "form", "import"));
    }

    @Test
    void pagesAreReadableInTheDark() {
        visit("zh-CN", "dark", 1440, true, List.of("list", "form-wrong", "parts", "web/sign-in", "web/403"));
    }

    @Test
    void pagesHoldEnglish() {
        visit("en", "light", 1440, false, List.of("list", "form-wrong"));
        visit("en", "light", 360, true, List.of("list", "form-wrong", "web/sign-in", "web/500"));
    }

    @Test
    void theNavigationOpensOnAPhone() {
        try (var page = open("list", 390)) {
            page.click("[data-ug=menu]");
            assertThat(page.isVisible("#side nav a >> nth=0")).isTrue();
            shot(page, "drawer");
            page.keyboard().press("Escape");
            page.waitForCondition(() -> !page.isVisible("#side nav a >> nth=0"));
            assertThat(page.evaluate("document.activeElement.dataset.ug")).isEqualTo("menu");
        }
    }

    @Test
    void theNavigationOpensWithoutScript() {
        try (var context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 800)
                        // a drawer that still slides would slip away under the click
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(false));
                var page = context.newPage()) {
            page.navigate(address("zh-CN", "light", "list"));
            page.click("[data-ug=menu]");
            assertThat(page.isVisible("#side nav a >> nth=0")).isTrue();
            page.click(".side-x", new Page.ClickOptions().setForce(true));
            page.waitForCondition(() -> !page.isVisible("#side nav a >> nth=0"));
            page.navigate(address("zh-CN", "light", "web/sign-in"));
            assertThat(page.isVisible("[data-ug=reveal]")).isFalse();
        }
    }

    @Test
    void theMenuOfAPersonClosesOnEscape() {
        try (var page = open("list", 1440)) {
            page.click(".who-menu summary");
            shot(page, "person");
            assertThat(page.isVisible("form[action='/sign-out'] button")).isTrue();
            page.keyboard().press("Escape");
            assertThat(page.isVisible("form[action='/sign-out'] button")).isFalse();
        }
    }

    @Test
    void aPasswordCanBeLookedAt() {
        try (var page = open("web/sign-in", 1440)) {
            page.click("[data-ug=reveal]");
            assertThat(page.getAttribute("#f-password", "type")).isEqualTo("text");
        }
    }

    @Test
    void aFormThatCameBackBeginsAtItsProblems() {
        try (var page = open("form-wrong", 1440)) {
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("problems");
            page.click("#problems a >> nth=0");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-code");
        }
    }

    @Test
    void followsTheDeviceIntoTheDark() {
        try (var context = browser.newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
                var page = context.newPage()) {
            page.navigate(address("zh-CN", "auto", "list"));
            assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");
        }
    }

    /** Browsers of 2020 drop every declaration with color-mix(). */
    @Test
    void needsNoMixedColours() {
        try (var page = browser.newPage()) {
            page.route("**/tabler.min.css", route -> {
                var css = route.fetch().text().replace("color-mix(", "unknown-mix(");
                route.fulfill(
                        new Route.FulfillOptions().setContentType("text/css").setBody(css));
            });
            page.setViewportSize(1440, 900);
            for (var name : List.of("list", "parts", "form-wrong")) {
                page.navigate(address("zh-CN", "light", name));
                shot(page, name + "-plain-colours");
                assertThat(problems(page)).isEmpty();
            }
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.btn-primary')).backgroundColor"))
                    .isEqualTo("rgb(200, 16, 46)");
        }
    }

    private static Page open(String name, int width) {
        var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 800));
        page.navigate(address("zh-CN", "light", name));
        return page;
    }

    private static String address(String language, String theme, String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/page/" + language + "/" + theme + "/" + name;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/shots", name + ".png")));
    }

    private static void visit(String language, String theme, int width, boolean check, Iterable<String> pages) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900))) {
            for (var name : pages) {
                var page = context.newPage();
                var said = new ArrayList<String>();
                page.onConsoleMessage(message -> said.add(message.text()));
                page.onPageError(said::add);
                page.navigate(address(language, theme, name));
                var where = name + " " + language + " " + theme + " " + width;
                shot(page, name.replace("web/", "") + "-" + language + "-" + theme + "-" + width);
                assertThat(said).as(where).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(where)
                        .isEqualTo(width);
                if (check) assertThat(problems(page)).as(where).isEmpty();
                page.close();
            }
        }
    }

    private static TreeSet<String> problems(Page page) {
        var found = new TreeSet<String>();
        for (var rule : new AxeBuilder(page).analyze().getViolations())
            for (var node : rule.getNodes())
                found.add(rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary());
        return found;
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
            var path = exchange.getRequestURI().getPath();
            var body = answer(exchange, path);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] answer(HttpExchange exchange, String path) throws IOException {
        try {
            return path.startsWith("/page/") ? draw(exchange, path.split("/", 5)) : asset(exchange, path);
        } catch (RuntimeException broken) {
            broken.printStackTrace();
            return new byte[0];
        }
    }

    private static byte[] draw(HttpExchange exchange, String[] parts) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", ContentPolicy.of(Gallery.NONCE));
        return new Gallery(Locale.forLanguageTag(parts[2]), parts[3])
                .draw(parts[4])
                .getBytes();
    }

    private static byte[] asset(HttpExchange exchange, String path) throws IOException {
        var type = path.endsWith(".css")
                ? "text/css"
                : path.endsWith(".js") ? "text/javascript" : path.endsWith(".svg") ? "image/svg+xml" : "image/png";
        exchange.getResponseHeaders().set("Content-Type", type);
        var file = path.startsWith("/webjars/")
                ? "/META-INF/resources"
                        + path.replace("tabler__core", "tabler__core/1.4.0").replace("htmx.org", "htmx.org/2.0.10")
                : "/static" + path.replaceAll("-[0-9a-f]{32}", "");
        try (var in = GalleryTests.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }
}
