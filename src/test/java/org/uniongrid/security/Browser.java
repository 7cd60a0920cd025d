package org.uniongrid.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.uniongrid.Union;

/** Somebody with cookies of their own who follows no redirect. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String home;

    Browser(int port) {
        this.home = "http://localhost:" + port;
    }

    static Browser signedIn(int port, String login) {
        var browser = new Browser(port);
        browser.signIn(login, Union.PASSWORD);
        return browser;
    }

    HttpResponse<String> signIn(String login, String password) {
        return post("/sign-in", "/sign-in", Map.of("login", login, "password", password));
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(home + path)).GET();
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    /** Sends a form with the token of the page it stands on. */
    HttpResponse<String> post(String page, String path, Map<String, String> values) {
        var body = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + URLEncoder.encode(token(page), UTF_8) + "&", ""));
        return post(path, "application/x-www-form-urlencoded", body);
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(URI.create(home + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    String token(String page) {
        var found = TOKEN.matcher(get(page).body());
        return found.find() ? found.group(1) : "";
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
