package org.uniongrid.notice.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Message;
import org.uniongrid.notice.NoticeKinds;
import org.uniongrid.notice.NoticeSecrets;
import org.uniongrid.notice.QuietHours;
import org.uniongrid.notice.Recipients;
import org.uniongrid.notice.Wire;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Carries what waits for one wire, several at once. Never inside a transaction: a slow provider holds no connection. */
class Courier {

    static final int MOST = 100;
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private static final int AT_ONCE = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final Wire wire;
    private final Queue queue;
    private final Letters letters;
    private final Recipients recipients;
    private final NoticeKinds kinds;
    private final NoticeSecrets secrets;
    private final JsonMapper json;
    private final QuietHours usual;
    private final Clock clock;
    private final Circuit circuit = new Circuit();
    private final AtomicBoolean stopped = new AtomicBoolean();

    Courier(
            Wire wire,
            Queue queue,
            Letters letters,
            Recipients recipients,
            NoticeKinds kinds,
            NoticeSecrets secrets,
            JsonMapper json,
            QuietHours usual,
            Clock clock) {
        this.wire = wire;
        this.queue = queue;
        this.letters = letters;
        this.recipients = recipients;
        this.kinds = kinds;
        this.secrets = secrets;
        this.json = json;
        this.usual = usual;
        this.clock = clock;
    }

    /** What is being sent is sent to the end, the rest of what was taken goes back. */
    void stop(boolean now) {
        stopped.set(now);
    }

    /** How many were taken on; fewer than {@link #MOST} where nothing more waits. */
    int carry() {
        if (circuit.isShut(clock.instant())) return 0;
        var taken = queue.claim(wire.channel(), MOST);
        if (taken.isEmpty()) return 0;
        try (var threads = Executors.newFixedThreadPool(
                Math.min(AT_ONCE, taken.size()), Thread.ofVirtual().factory())) {
            taken.forEach(delivery -> threads.submit(() -> carry(delivery)));
        }
        return taken.size();
    }

    private void carry(Claimed delivery) {
        try {
            var now = clock.instant();
            var kind = kinds.find(delivery.kind());
            if (kind.isEmpty()) queue.end(delivery, State.DROPPED, "unknown-kind");
            else if (stopped.get() || circuit.isShut(now)) queue.postpone(delivery, now);
            else carry(delivery, kind.get(), now);
        } catch (RuntimeException failure) {
            // its lease ends, and somebody tries again; if it was being sent, that is known
            LOG.error("Delivery {} was interrupted", delivery.id(), failure);
        }
    }

    private void carry(Claimed delivery, NoticeKind kind, Instant now) {
        var free = kind.urgent() ? now : delivery.wish().quietHours(usual).afterwards(now, clock.getZone());
        if (delivery.readAt() != null && !kind.urgent()) queue.end(delivery, State.DROPPED, "read");
        else if (free.isAfter(now)) queue.postpone(delivery, free);
        else {
            var hidden = secrets.open(delivery.noticePublicId(), delivery.secrets());
            var to = Optional.ofNullable(
                            hidden.get(Notice.addressOf(wire.channel().key())))
                    .or(() -> delivery.inboxOnly() ? Optional.empty() : ofPerson(delivery.personId()));
            if (to.isEmpty()) queue.end(delivery, State.DROPPED, delivery.inboxOnly() ? "inbox-only" : "no-address");
            else send(delivery, kind, to.get(), hidden);
        }
    }

    private Optional<String> ofPerson(@Nullable Long person) {
        return person == null ? Optional.empty() : recipients.find(wire.channel(), person);
    }

    private void send(Claimed delivery, NoticeKind kind, String to, Map<String, String> hidden) {
        var message = letter(delivery, kind, to, hidden);
        if (message.isEmpty()) queue.end(delivery, State.DROPPED, "expired");
        else if (queue.begin(delivery, Recipients.masked(to))) settle(delivery, ask(message.get()));
    }

    private Optional<Message> letter(Claimed delivery, NoticeKind kind, String to, Map<String, String> hidden) {
        var words = new HashMap<>(json.readValue(delivery.words(), WORDS));
        words.putAll(hidden);
        return letters.write(delivery, kind, to, words);
    }

    private Answer ask(Message message) {
        try {
            return wire.send(message);
        } catch (RuntimeException failure) {
            LOG.error("The wire {} broke", wire.channel(), failure);
            return new Answer.Unknown("broken");
        }
    }

    private void settle(Claimed delivery, Answer answer) {
        var now = clock.instant();
        switch (answer) {
            case Answer.Sent(var id) -> {
                circuit.worked();
                queue.sent(delivery, id);
            }
            case Answer.Refused(var why) -> {
                circuit.worked();
                queue.end(delivery, State.FAILED, why);
            }
            case Answer.Later(var why) -> later(delivery, now, why);
            case Answer.Unknown(var why) -> {
                if (wire.channel().mayRepeat()) {
                    later(delivery, now, why);
                } else {
                    circuit.failed(now);
                    queue.end(delivery, State.IN_DOUBT, why);
                }
            }
        }
    }

    private void later(Claimed delivery, Instant now, String why) {
        circuit.failed(now);
        if (delivery.attempts() < PAUSES.size()) queue.again(delivery, now.plus(PAUSES.get(delivery.attempts())), why);
        else queue.end(delivery, State.FAILED, why);
    }
}
