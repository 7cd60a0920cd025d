package org.uniongrid;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system with a token, or with none. */
public final class Program {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI origin;
    private final @Nullable String token;
    private final HttpClient client = HttpClient.newHttpClient();

    public Program(int port, @Nullable String token) {
        this.origin = URI.create("http://localhost:" + port);
        this.token = token;
    }

    /** With more headers, as name and value in turn. */
    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(origin.resolve(path));
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (headers.length > 0) request.headers(headers);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Hands something in as JSON. */
    public HttpResponse<String> post(String path, Object body) {
        var request = HttpRequest.newBuilder(origin.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (token != null) request.header("Authorization", "Bearer " + token);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** An answer that is right. */
    public JsonNode read(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        return JSON.readTree(answer.body());
    }

    /** All rows of a list, page by page. */
    public List<JsonNode> all(String path) {
        var rows = new ArrayList<JsonNode>();
        for (var next = path; next != null; ) {
            var page = read(next);
            page.path("items").forEach(rows::add);
            next = page.path("next").isString() ? page.path("next").stringValue() : null;
        }
        return rows;
    }

    /** What an answer that is a problem says it is, such as {@code token-missing}. */
    public static String problem(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) return "no problem but " + type;
        return JSON.readTree(answer.body()).path("type").stringValue().replaceFirst("^/api#", "");
    }
}
