package org.uniongrid.access.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.HookEvent;
import org.uniongrid.access.HookKind;
import org.uniongrid.access.Webhooks;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.databind.json.JsonMapper;

/** Keeps events with the deed, one copy for each system that is told of them. */
@Component
@Unscoped("keeps what a deed says, whoever did it")
class HookPost implements Webhooks {

    static final int LARGEST = 64 * 1024;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final Set<String> kinds;

    HookPost(JdbcClient db, JsonMapper json, Clock clock, List<HookKind> kinds) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.kinds = kinds.stream().map(HookKind::key).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(HookEvent event) {
        var id = keep(event);
        if (id == null) return;
        db.sql("""
                        insert into access.webhook_delivery (webhook_id, event_id, state, next_try_at)
                        select h.id, :event, 'WAITING', :now from access.webhook h
                        left join organisation.unit u on u.id = h.unit_id
                        where h.ended_at is null and :kind = any (h.kinds)
                          and (h.unit_id is null or starts_with(:scope, u.scope))
                        """)
                .param("event", id)
                .param("now", OffsetDateTime.now(clock))
                .param("kind", event.kind())
                .param("scope", event.scope().path())
                .update();
    }

    /** For one system only, whatever it asked to be told of. */
    @Transactional(propagation = Propagation.MANDATORY)
    void tellOnly(Hook hook, HookEvent event) {
        var id = keep(event);
        if (id == null) return;
        db.sql(
                        "insert into access.webhook_delivery (webhook_id, event_id, state, next_try_at) values (?, ?, 'WAITING', ?)")
                .params(hook.id(), id, OffsetDateTime.now(clock))
                .update();
    }

    /** Null where it was told before. */
    private @Nullable Long keep(HookEvent event) {
        if (!kinds.contains(event.kind())) throw new IllegalArgumentException("no kind of event " + event.kind());
        var now = OffsetDateTime.now(clock);
        var body = json.writeValueAsString(new TreeMap<>(Map.of(
                "id",
                event.id(),
                "event",
                event.kind(),
                "at",
                now.toInstant().toString(),
                "data",
                new TreeMap<>(event.facts()))));
        if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST)
            throw new IllegalArgumentException("an event has " + LARGEST + " bytes at most");
        return db.sql("""
                        insert into access.webhook_event (key, kind, body, told_at) values (?, ?, ?, ?)
                        on conflict (key) do nothing returning id
                        """)
                .params(event.id(), event.kind(), body, now)
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
