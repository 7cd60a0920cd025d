package org.uniongrid.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.uniongrid.Union;
import org.uniongrid.access.secondfactor.Totp;

/**
 * One Chromium for all stories; every visitor has cookies of their own. What the browser complains of on its console
 * fails the story that asks {@link Visitor#complaints}.
 */
final class Chromium {

    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private static final Browser BROWSER = launch();

    private Chromium() {}

    private static Browser launch() {
        var path = Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");
        return Playwright.create()
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(Path.of(path)).setArgs(OPTIONS));
    }

    /** A person at a screen of this width, in Chinese unless they choose otherwise. */
    static Visitor visitor(String address, int width) {
        return new Visitor(address, width, true);
    }

    /** A person whose browser runs no scripts. */
    static Visitor visitorWithoutScript(String address, int width) {
        return new Visitor(address, width, false);
    }

    /** Somebody's browser window. */
    static final class Visitor implements AutoCloseable {

        final Page page;
        private final BrowserContext context;
        private final String address;
        private final List<String> complaints = new ArrayList<>();

        private Visitor(String address, int width, boolean script) {
            this.address = address;
            context = BROWSER.newContext(new Browser.NewContextOptions()
                    .setViewportSize(width, width > 800 ? 900 : 844)
                    .setJavaScriptEnabled(script)
                    .setLocale("zh-CN"));
            context.setDefaultTimeout(15_000);
            page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) complaints.add(message.text());
            });
            page.onPageError(complaints::add);
        }

        void open(String path) {
            page.navigate(address + path);
        }

        void signIn(String login, String password) {
            open("/sign-in");
            page.locator("[name=login]").fill(login);
            page.locator("[name=password]").fill(password);
            page.locator("form[action='/sign-in'] button.btn-primary").click();
            page.waitForURL(url -> !url.endsWith("/sign-in"));
        }

        /** Types the code that an app would show which was given the key on the page. */
        void setUpSecondFactor() {
            var key = page.locator("#secret").textContent().replace(" ", "");
            page.locator("[name=code]").fill(Totp.code(key, Totp.step(Instant.now())));
            page.locator("main button.btn-primary").click();
            page.waitForSelector("#codes");
        }

        /** Both steps of signing in. */
        void signIn(Union.Account account) {
            signIn(account.login(), Union.PASSWORD);
            page.locator("[name=code]").fill(account.code());
            page.locator("main button.btn-primary").click();
            page.waitForURL(url -> !url.matches(".*/sign-in(/.*)?"));
        }

        /** Without a network, or with it again. */
        void offline(boolean is) {
            context.setOffline(is);
        }

        /** How many pixels the page is wider than the window. */
        int overflow() {
            return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        }

        /** Kept under {@code target/shots} to be looked at. To hide the caret would leave empty styles on fields, which the page must not copy. */
        void shoot(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/shots", name + ".png"))
                    .setCaret(ScreenshotCaret.INITIAL));
        }

        List<String> complaints() {
            return List.copyOf(complaints);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
