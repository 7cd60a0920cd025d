package org.uniongrid.notice.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.notice.Channel;

/**
 * What waits to be sent. A process takes some of it for a while; others pass by what is taken. Leases run by the
 * database's clock, so that the clocks of two machines need not agree.
 */
@Unscoped("the sender's own work, for whoever is to be told")
class Queue {

    static final Duration LEASE = Duration.ofMinutes(3);

    private final JdbcClient db;
    private final Clock clock;
    private final UUID me = UUID.randomUUID();

    Queue(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Claimed> claim(Channel channel, int most) {
        return db.sql("""
                        with due as (
                            select id from notice.delivery
                            where channel = :channel and state = 'WAITING' and next_try_at <= :now
                            and (lease_until is null or lease_until < now())
                            order by next_try_at, id limit :most for update skip locked),
                        taken as (
                            update notice.delivery d
                            set lease_by = :me, lease_until = now() + make_interval(secs => :lease)
                            from due where d.id = due.id
                            returning d.id, d.channel, d.attempts, d.notice_id)
                        select t.id, t.channel, t.attempts, t.notice_id, n.public_id as notice_public_id, n.person_id,
                               n.kind, n.words::text as words,
                               case when n.secrets_until > :now then n.secrets end as secrets,
                               n.href, n.created_at, n.read_at, coalesce(p.language, 'zh-CN') as language,
                               coalesce(p.quiet, true) as quiet, p.quiet_from, p.quiet_to,
                               coalesce(p.inbox_only, false) as inbox_only
                        from taken t
                        join notice.notice n on n.id = t.notice_id
                        left join notice.preference p on p.person_id = n.person_id
                        order by t.id
                        """)
                .param("channel", channel.name())
                .param("now", now())
                .param("most", most)
                .param("me", me)
                .param("lease", LEASE.toSeconds())
                .query(Claimed.class)
                .list();
    }

    /** Writes down that it is about to be sent. False where it is no longer ours. */
    boolean begin(Claimed delivery, String recipient) {
        return db.sql("""
                        update notice.delivery
                        set state = 'SENDING', attempts = attempts + 1, recipient = :recipient,
                            lease_until = now() + make_interval(secs => :lease)
                        where id = :id and state = 'WAITING' and lease_by = :me and lease_until > now()
                        """)
                        .param("id", delivery.id())
                        .param("recipient", recipient)
                        .param("me", me)
                        .param("lease", LEASE.toSeconds())
                        .update()
                == 1;
    }

    /** Also where it was thought to be in doubt meanwhile: the truth came late. */
    void sent(Claimed delivery, @Nullable String providerId) {
        db.sql("""
                        update notice.delivery
                        set state = 'SENT', sent_at = :now, provider_id = :provider, trouble = null, lease_until = null
                        where id = :id and lease_by = :me and state in ('SENDING', 'IN_DOUBT')
                        """)
                .param("id", delivery.id())
                .param("now", now())
                .param("provider", providerId)
                .param("me", me)
                .update();
        wipe(delivery);
    }

    void again(Claimed delivery, Instant when, String trouble) {
        end(delivery, State.WAITING, trouble, when, true);
    }

    /** Not before then, and no try is counted. */
    void postpone(Claimed delivery, Instant when) {
        end(delivery, State.WAITING, null, when, false);
    }

    void end(Claimed delivery, State state, String trouble) {
        end(delivery, state, trouble, null, state != State.DROPPED);
        wipe(delivery);
    }

    private void end(Claimed delivery, State state, @Nullable String trouble, @Nullable Instant when, boolean failed) {
        db.sql("""
                        update notice.delivery
                        set state = :state, trouble = coalesce(:trouble, trouble), lease_until = null,
                            next_try_at = coalesce(:next, next_try_at),
                            failed_at = case when :failed then :now else failed_at end
                        where id = :id and lease_by = :me and state in ('WAITING', 'SENDING')
                        """)
                .param("id", delivery.id())
                .param("state", state.name())
                .param("trouble", trouble)
                .param("next", when == null ? null : OffsetDateTime.ofInstant(when, clock.getZone()))
                .param("failed", failed)
                .param("now", now())
                .param("me", me)
                .update();
    }

    /** A notice that no wire waits for any more keeps no secrets. */
    private void wipe(Claimed delivery) {
        if (delivery.secrets() == null) return;
        db.sql("""
                        update notice.notice n set secrets = null
                        where n.id = :notice and n.secrets is not null and not exists (
                            select from notice.delivery d
                            where d.notice_id = n.id and d.state in ('WAITING', 'SENDING', 'IN_DOUBT'))
                        """).param("notice", delivery.noticeId()).update();
    }

    /**
     * Finds what a process left behind in the middle of sending. Only what may be repeated is sent again; the rest is in
     * doubt and waits for somebody to decide.
     */
    int recover() {
        return db.sql("""
                        with lost as (
                            select id from notice.delivery
                            where state = 'SENDING' and lease_until < now() for update skip locked)
                        update notice.delivery d
                        set state = case when d.channel = 'EMAIL' then 'WAITING' else 'IN_DOUBT' end,
                            trouble = 'interrupted', failed_at = :now, lease_until = null
                        from lost where d.id = lost.id
                        """).param("now", now()).update();
    }

    /** Forgets secrets whose time is over, sent or not. */
    int forget() {
        return db.sql("""
                        update notice.notice n set secrets = null
                        where n.secrets is not null and (n.secrets_until <= :now or not exists (
                            select from notice.delivery d
                            where d.notice_id = n.id and d.state in ('WAITING', 'SENDING', 'IN_DOUBT')))
                        """).param("now", now()).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
