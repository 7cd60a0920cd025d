package org.uniongrid.notice.wires;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.json.JsonMapper;

/**
 * The access token of WeChat's API, kept until shortly before it ends. The stable one: two processes that ask for it get
 * the same, and neither takes the other's away.
 */
class WeChatToken {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final URI url;
    private final String app;
    private final String secret;
    private final Call call;
    private final JsonMapper json;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Kept kept = new Kept("", Instant.MIN);

    WeChatToken(URI url, String app, String secret, Call call, JsonMapper json, Clock clock) {
        this.url = url;
        this.app = app;
        this.secret = secret;
        this.call = call;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(String token, Instant until) {}

    /** There is no token to be had, and why. */
    static final class NoToken extends Exception {
        NoToken(String why) {
            super(why, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    String get() throws NoToken {
        lock.lock();
        try {
            if (!clock.instant().isBefore(kept.until())) kept = ask();
            return kept.token();
        } finally {
            lock.unlock();
        }
    }

    /** It no longer opens anything. */
    void forget(String token) {
        lock.lock();
        try {
            if (kept.token().equals(token)) kept = new Kept("", Instant.MIN);
        } finally {
            lock.unlock();
        }
    }

    private Kept ask() throws NoToken {
        var body = json.writeValueAsString(Map.of("grant_type", "client_credential", "appid", app, "secret", secret));
        var request = HttpRequest.newBuilder(url.resolve("/cgi-bin/stable_token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return switch (call.make(request)) {
            case Call.Fate.NotDone(var why) -> throw new NoToken(why);
            case Call.Fate.Unknown(var why) -> throw new NoToken(why);
            case Call.Fate.Answered(var status, var answer) -> {
                var token = answer.path("access_token").asString("");
                if (token.isEmpty())
                    throw new NoToken("errcode " + answer.path("errcode").asInt(status));
                var lives =
                        Duration.ofSeconds(answer.path("expires_in").asLong(0)).minus(MARGIN);
                yield new Kept(token, clock.instant().plus(lives.isNegative() ? Duration.ZERO : lives));
            }
        };
    }
}
