package org.uniongrid.access.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;

/** Webhooks and what they were sent. Kept by whoever looks after the whole cell. */
@Component
class Hooks {

    private static final int SIZE = 50;
    private static final int LATEST = 50;
    private static final Keyset ORDER = Keyset.descending("access.webhook", "h", "id");
    private static final String HOOK = """
            select h.id, h.public_id, h.name, h.address, u.name as unit_name, h.kinds, h.old_until, h.made_at,
                   p.name as made_by, h.paused_at, h.failing_since, h.ended_at,
                   case when h.ended_at is not null then 'ENDED' when h.paused_by = 'HAND' then 'PAUSED'
                        when h.paused_by is not null then 'GIVEN_UP' when h.failing_since is not null then 'FAILING'
                        else 'RUNNING' end as state
            from access.webhook h
            join people.person p on p.id = h.made_by
            left join organisation.unit u on u.id = h.unit_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    Hooks(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One thing that was sent or is to be. */
    public record Delivery(
            UUID publicId,
            String kind,
            String event,
            String state,
            int attempts,
            @Nullable Integer answered,
            @Nullable String trouble,
            OffsetDateTime nextTryAt,
            @Nullable OffsetDateTime doneAt) {}

    Optional<Hook> find(Reach reach, UUID id) {
        if (!(reach instanceof Reach.Cell)) return Optional.empty();
        return db.sql(HOOK + "where h.public_id = ?")
                .param(id)
                .query((row, number) -> hook(row))
                .optional();
    }

    Optional<Hook> ofDelivery(Reach reach, UUID delivery) {
        if (!(reach instanceof Reach.Cell)) return Optional.empty();
        return db.sql(HOOK + "where h.id = (select webhook_id from access.webhook_delivery where public_id = ?)")
                .param(delivery)
                .query((row, number) -> hook(row))
                .optional();
    }

    Page<Hook> page(Reach reach, Cursor cursor) {
        if (!(reach instanceof Reach.Cell)) return new Page<>(List.of(), null, null);
        return ORDER.page(
                cursor,
                SIZE,
                Hook::publicId,
                tail -> db.sql(HOOK + "where true " + tail.sql())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> hook(row))
                        .list());
    }

    /** The latest first. */
    List<Delivery> latest(Reach reach, Hook hook) {
        if (!(reach instanceof Reach.Cell)) return List.of();
        return db.sql("""
                        select d.public_id, e.kind, e.key as event, d.state, d.attempts, d.answered, d.trouble,
                               d.next_try_at, d.done_at
                        from access.webhook_delivery d join access.webhook_event e on e.id = d.event_id
                        where d.webhook_id = ? order by d.id desc limit ?
                        """).params(hook.id(), LATEST).query(Delivery.class).list();
    }

    @Unscoped("says only whether a name is taken")
    boolean isTaken(String name) {
        return db.sql("select exists (select from access.webhook where lower(name) = lower(?) and ended_at is null)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /** False where this form was sent before. */
    boolean add(NewHook made, @Nullable Long unit, String sealed, Actor actor) {
        return db.sql("""
                        insert into access.webhook (public_id, name, address, unit_id, kinds, secret, made_at, made_by)
                        values (:id, :name, :address, :unit, :kinds, :secret, :now, :by)
                        on conflict (public_id) do nothing
                        """)
                        .param("id", made.id())
                        .param("name", made.name())
                        .param("address", made.address())
                        .param("unit", unit)
                        .param("kinds", made.kinds().toArray(String[]::new))
                        .param("secret", sealed)
                        .param("now", now())
                        .param("by", actor.personId())
                        .update()
                == 1;
    }

    /** Locks it until the deed is done. Its sealed secret. */
    String lockedSecret(Hook hook) {
        return db.sql("select secret from access.webhook where id = ? for update")
                .param(hook.id())
                .query(String.class)
                .single();
    }

    void rotate(Hook hook, String sealed, String old, OffsetDateTime oldUntil) {
        db.sql("update access.webhook set secret = ?, old_secret = ?, old_until = ? where id = ?")
                .params(sealed, old, oldUntil, hook.id())
                .update();
    }

    /** False where it is paused already or has ended. */
    boolean pause(Hook hook) {
        return db.sql("""
                        update access.webhook set paused_at = ?, paused_by = 'HAND'
                        where id = ? and paused_at is null and ended_at is null
                        """).params(now(), hook.id()).update() == 1;
    }

    /** What waited meanwhile goes now. */
    boolean resume(Hook hook) {
        db.sql("""
                        update access.webhook_delivery set next_try_at = ?, first_try_at = null, attempts = 0
                        where webhook_id = ? and state = 'WAITING'
                        """).params(now(), hook.id()).update();
        return db.sql("""
                        update access.webhook set paused_at = null, paused_by = null, failing_since = null
                        where id = ? and paused_at is not null and ended_at is null
                        """).param(hook.id()).update() == 1;
    }

    boolean end(Hook hook) {
        return db.sql("update access.webhook set ended_at = ? where id = ? and ended_at is null")
                        .params(now(), hook.id())
                        .update()
                == 1;
    }

    /** False where this hook has no such delivery, or it waits anyway. */
    boolean again(Hook hook, UUID delivery) {
        return db.sql("""
                        update access.webhook_delivery
                        set state = 'WAITING', done_at = null, attempts = 0, first_try_at = null, next_try_at = ?
                        where webhook_id = ? and public_id = ? and state <> 'WAITING'
                        """).params(now(), hook.id(), delivery).update() == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Hook hook(ResultSet row) throws SQLException {
        return new Hook(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                row.getString("address"),
                row.getString("unit_name"),
                List.of((String[]) row.getArray("kinds").getArray()),
                row.getObject("old_until", OffsetDateTime.class),
                row.getObject("made_at", OffsetDateTime.class),
                row.getString("made_by"),
                row.getObject("paused_at", OffsetDateTime.class),
                row.getObject("failing_since", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class),
                Hook.State.valueOf(row.getString("state")));
    }
}
