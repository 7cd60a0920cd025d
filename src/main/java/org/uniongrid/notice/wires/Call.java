package org.uniongrid.notice.wires;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request to a provider, and what is known of its fate. */
class Call {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final int LONGEST = 64 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final JsonMapper json;
    private final Duration patience;

    Call(JsonMapper json) {
        this(json, ANSWER);
    }

    Call(JsonMapper json, Duration patience) {
        this.json = json;
        this.patience = patience;
    }

    /** What came back, if anything did. */
    sealed interface Fate {
        record Answered(int status, JsonNode body) implements Fate {}

        /** It certainly had no effect. */
        record NotDone(String why) implements Fate {}

        /** It may have had an effect or not. */
        record Unknown(String why) implements Fate {}
    }

    Fate make(HttpRequest.Builder request) {
        try {
            return read(client.send(
                    request.timeout(patience).build(), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST)));
        } catch (HttpConnectTimeoutException | ConnectException | SSLHandshakeException unreached) {
            return new Fate.NotDone("unreachable");
        } catch (HttpTimeoutException late) {
            return new Fate.Unknown("timeout");
        } catch (IOException broken) {
            return new Fate.Unknown("connection");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Fate.Unknown("interrupted");
        }
    }

    /** A server that is too busy says so before it does anything; any other failure of its own leaves it open. */
    private Fate read(HttpResponse<String> response) {
        var status = response.statusCode();
        if (status == 429 || status == 503) return new Fate.NotDone("http " + status);
        if (status >= 500) return new Fate.Unknown("http " + status);
        try {
            var body = json.readTree(response.body());
            if (body != null && body.isObject()) return new Fate.Answered(status, body);
        } catch (JacksonException malformed) {
            // said below
        }
        return status >= 300 ? new Fate.NotDone("http " + status) : new Fate.Unknown("malformed");
    }

    /** A provider's code, fit for a list: nothing that could be part of a message. */
    static String code(String from) {
        var code = from.replaceAll("[^A-Za-z0-9._-]", "");
        return code.isEmpty() || code.length() > 60 || code.matches(".*\\d{7}.*") ? "other" : code;
    }
}
