package org.uniongrid.access.webhooks;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.uniongrid.access.webhooks.HookQueue.Claimed;

/**
 * Sends what waits, several hooks at once. At least once: what was sent when a process died is sent again. Never inside
 * a transaction: a slow receiver holds no connection.
 */
class HookCourier {

    static final Duration GIVE_UP = Duration.ofDays(3);
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private static final int AT_ONCE = 8;
    private static final Logger LOG = LoggerFactory.getLogger(HookCourier.class);

    private final HookQueue queue;
    private final HookSender sender;
    private final HookSecrets secrets;
    private final HookNotices notices;
    private final Clock clock;

    HookCourier(HookQueue queue, HookSender sender, HookSecrets secrets, HookNotices notices, Clock clock) {
        this.queue = queue;
        this.sender = sender;
        this.secrets = secrets;
        this.notices = notices;
        this.clock = clock;
    }

    /** How many were sent or tried; one of each hook at most. */
    int carry() {
        var taken = queue.claim();
        if (taken.isEmpty()) return 0;
        try (var threads = Executors.newFixedThreadPool(
                Math.min(AT_ONCE, taken.size()), Thread.ofVirtual().factory())) {
            taken.forEach(delivery -> threads.submit(() -> carry(delivery)));
        }
        return taken.size();
    }

    private void carry(Claimed delivery) {
        try {
            int status = sender.post(delivery.address(), headers(delivery), delivery.body());
            if (status >= 200 && status < 300) queue.sent(delivery, status);
            else failed(delivery, status, "status");
        } catch (IOException unanswered) {
            failed(delivery, null, trouble(unanswered));
        } catch (RuntimeException failure) {
            // its lease ends, and it is tried again
            LOG.error("Webhook delivery {} was interrupted", delivery.id(), failure);
        }
    }

    private Map<String, String> headers(Claimed delivery) {
        long timestamp = clock.instant().getEpochSecond();
        var signature = HookSecrets.sign(secrets.open(delivery.hook(), delivery.secret()), timestamp, delivery.body());
        if (delivery.oldSecret() != null
                && delivery.oldUntil() != null
                && clock.instant().isBefore(delivery.oldUntil().toInstant()))
            signature += ","
                    + HookSecrets.sign(
                            secrets.openOld(delivery.hook(), delivery.oldSecret()), timestamp, delivery.body());
        return Map.of(
                "UnionGrid-Id", delivery.event(),
                "UnionGrid-Timestamp", Long.toString(timestamp),
                "UnionGrid-Signature", signature);
    }

    /** Ends a message key. */
    private static String trouble(IOException unanswered) {
        return switch (unanswered) {
            case HookAddresses.Refused refused -> refused.why();
            case UnknownHostException _ -> "unknown-host";
            case SocketTimeoutException _ -> "timeout";
            case SSLException _ -> "certificate";
            default -> "unreachable";
        };
    }

    private void failed(Claimed delivery, @Nullable Integer status, String trouble) {
        var now = clock.instant();
        var first = delivery.firstTryAt() == null ? now : delivery.firstTryAt().toInstant();
        var end = first.plus(GIVE_UP);
        if (!now.isBefore(end)) {
            if (queue.giveUp(delivery, status, trouble)) notices.gaveUp(delivery.hook(), delivery.hookName(), now);
        } else {
            queue.again(delivery, earlier(now.plus(pause(delivery.attempts())), end), status, trouble);
        }
    }

    private static Duration pause(int attempts) {
        return PAUSES.get(Math.min(attempts, PAUSES.size() - 1));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
