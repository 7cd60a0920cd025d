package org.uniongrid.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
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

    private static void visit(String language, String theme, int width, boolean check, Iterable<String> pages) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900))) {
            for (var name : pages) {
                var page = context.newPage();
                var said = new ArrayList<String>();
                page.onConsoleMessage(message -> said.add(message.text()));
                page.onPageError(said::add);
                page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/page/" + language + "/" + theme
                        + "/" + name);
                var where = name + " " + language + " " + theme + " " + width;
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(
                                "target/shots",
                                name.replace("web/", "") + "-" + language + "-" + theme + "-" + width + ".png")));
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
