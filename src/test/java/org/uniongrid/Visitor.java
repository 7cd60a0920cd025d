package org.uniongrid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.uniongrid.Union.Account;

/** Somebody with a browser that keeps cookies, follows nothing by itself and runs no script. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String origin;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Visitor(int port) {
        origin = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) {
        return exchange(request(path).GET().build());
    }

    /** Sends a form as a page would, with its token. */
    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send("POST", path, encoded(form) + "&_csrf=" + encoded(token()));
    }

    /** Of its session, for any form. */
    public String token() {
        var signIn = get("/sign-in");
        var page = signIn.statusCode() == 200 ? signIn : get("/account/password");
        var token = TOKEN.matcher(page.body());
        if (!token.find()) throw new IllegalStateException("no form to take a token from");
        return token.group(1);
    }

    /** Sends anything. */
    public HttpResponse<String> send(String verb, String path, String body) {
        return exchange(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(verb, BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> signIn(String login, String password) {
        return post("/sign-in", Map.of("login", login, "password", password));
    }

    /** All steps of it. */
    public HttpResponse<String> signIn(Account account) {
        var answer = signIn(account.login(), Union.PASSWORD);
        return leadsTo(answer).equals("/sign-in/code") ? post("/sign-in/code", Map.of("code", account.code())) : answer;
    }

    /** One who is signed in already. */
    public static Visitor as(Account account, int port) {
        var visitor = new Visitor(port);
        var answer = visitor.signIn(account);
        if (answer.statusCode() != 302 || leadsTo(answer).startsWith("/sign-in"))
            throw new IllegalStateException("not signed in: " + answer.body());
        return visitor;
    }

    /** Where an answer leads, without the origin; empty where it leads nowhere. */
    public static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
    }

    public Map<String, String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .collect(Collectors.toMap(cookie -> cookie.getName(), cookie -> cookie.getValue()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/html");
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
