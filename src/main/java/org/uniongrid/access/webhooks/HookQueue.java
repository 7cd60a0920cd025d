package org.uniongrid.access.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.foundation.Unscoped;

/**
 * What waits to be sent. Of each hook only the first that waits is taken, so that events come in their order; a hook that
 * fails holds up its own events and no others. Leases run by the database's clock, as those of notices do.
 */
@Unscoped("the sender's own work, for whichever system is to be told")
class HookQueue {

    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MOST = 50;

    private final JdbcClient db;
    private final Clock clock;
    private final UUID me = UUID.randomUUID();

    HookQueue(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What is to be sent now; {@code firstTryAt} is null before the first try. */
    record Claimed(
            long id,
            long hookId,
            UUID hook,
            String hookName,
            String address,
            String secret,
            @Nullable String oldSecret,
            @Nullable OffsetDateTime oldUntil,
            String event,
            String body,
            int attempts,
            @Nullable OffsetDateTime firstTryAt) {}

    List<Claimed> claim() {
        return db.sql("""
                        with due as (
                            select d.id from access.webhook h
                            join lateral (
                                select id, next_try_at, lease_until from access.webhook_delivery
                                where webhook_id = h.id and state = 'WAITING' order by id limit 1) d
                                on d.next_try_at <= :now and (d.lease_until is null or d.lease_until < now())
                            where h.paused_at is null and h.ended_at is null
                            order by d.next_try_at, d.id limit :most for update of h skip locked),
                        taken as (
                            update access.webhook_delivery d
                            set lease_by = :me, lease_until = now() + make_interval(secs => :lease)
                            from due
                            where d.id = due.id and d.state = 'WAITING' and d.next_try_at <= :now
                              and (d.lease_until is null or d.lease_until < now())
                            returning d.id, d.webhook_id, d.event_id, d.attempts, d.first_try_at)
                        select t.id, h.id as hook_id, h.public_id as hook, h.name as hook_name, h.address, h.secret,
                               h.old_secret, h.old_until, e.key as event, e.body, t.attempts, t.first_try_at
                        from taken t
                        join access.webhook h on h.id = t.webhook_id
                        join access.webhook_event e on e.id = t.event_id
                        order by t.id
                        """)
                .param("now", now())
                .param("most", MOST)
                .param("me", me)
                .param("lease", LEASE.toSeconds())
                .query(Claimed.class)
                .list();
    }

    void sent(Claimed delivery, int answered) {
        if (settle(delivery, "SENT", now(), null, answered, null)) worked(delivery);
    }

    private void worked(Claimed delivery) {
        db.sql("update access.webhook set failing_since = null where id = ? and failing_since is not null")
                .param(delivery.hookId())
                .update();
    }

    void again(Claimed delivery, Instant when, @Nullable Integer answered, String trouble) {
        if (settle(delivery, "WAITING", null, at(when), answered, trouble)) fails(delivery);
    }

    private void fails(Claimed delivery) {
        db.sql("update access.webhook set failing_since = ? where id = ? and failing_since is null")
                .params(now(), delivery.hookId())
                .update();
    }

    /** No more tries of this; its hook rests. False where it was somebody else's by now. */
    boolean giveUp(Claimed delivery, @Nullable Integer answered, String trouble) {
        if (!settle(delivery, "FAILED", now(), null, answered, trouble)) return false;
        db.sql("""
                        update access.webhook set paused_at = :now, paused_by = 'FAILURES',
                            failing_since = coalesce(failing_since, :now)
                        where id = :hook and paused_at is null and ended_at is null
                        """).param("now", now()).param("hook", delivery.hookId()).update();
        return true;
    }

    private boolean settle(
            Claimed delivery,
            String state,
            @Nullable OffsetDateTime done,
            @Nullable OffsetDateTime next,
            @Nullable Integer answered,
            @Nullable String trouble) {
        return db.sql("""
                        update access.webhook_delivery
                        set state = :state, done_at = :done, attempts = attempts + 1, answered = :answered,
                            trouble = :trouble, first_try_at = coalesce(first_try_at, :now),
                            next_try_at = coalesce(:next, next_try_at), lease_by = null, lease_until = null
                        where id = :id and lease_by = :me and state = 'WAITING'
                        """)
                        .param("id", delivery.id())
                        .param("state", state)
                        .param("done", done)
                        .param("next", next)
                        .param("answered", answered)
                        .param("trouble", trouble)
                        .param("now", now())
                        .param("me", me)
                        .update()
                == 1;
    }

    /** Events of more than 30 days with all that was sent of them, and old secrets whose week is over. */
    void forget() {
        db.sql("delete from access.webhook_event where told_at < ?")
                .param(now().minusDays(30))
                .update();
        db.sql("update access.webhook set old_secret = null, old_until = null where old_until <= ?")
                .param(now())
                .update();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private OffsetDateTime at(Instant when) {
        return OffsetDateTime.ofInstant(when, clock.getZone());
    }
}
