package org.uniongrid.access.tokens;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.Unscoped;

/** Warns everybody who issues tokens that one is about to end, two weeks before it, once. */
@Component
class TokenNotices {

    static final NoticeKind ENDING = NoticeKind.of("access.token-ending");
    static final int DAYS = 14;
    private static final int MINUTE = 60_000;

    private final JdbcClient db;
    private final Notices notices;
    private final Clock clock;

    TokenNotices(JdbcClient db, Notices notices, Clock clock) {
        this.db = db;
        this.notices = notices;
        this.clock = clock;
    }

    private record Ending(UUID token, String name, OffsetDateTime endsAt, long person) {}

    @Scheduled(initialDelay = 2 * MINUTE, fixedDelay = 60 * MINUTE)
    @Transactional
    @Unscoped("gives out nothing of what it reads")
    void warn() {
        var now = OffsetDateTime.now(clock);
        db.sql("""
                        select t.public_id as token, t.name, s.ends_at, h.person_id as person
                        from access.token t
                        join lateral (select ends_at from access.token_secret where token_id = t.id order by id desc limit 1) s
                            on s.ends_at > :now and s.ends_at <= :soon
                        cross join (
                            select distinct n.person_id from organisation.role r
                            join organisation.tenure n on n.role_id = r.id and n.during @> :today
                            where r.cell_wide and 'access.token.issue' = any (r.permissions)) h
                        where t.revoked_at is null
                        """)
                .param("now", now)
                .param("soon", now.plusDays(DAYS))
                .param("today", LocalDate.now(clock))
                .query(Ending.class)
                .list()
                .forEach(this::tell);
    }

    private void tell(Ending ending) {
        var lastDay =
                ending.endsAt().atZoneSameInstant(clock.getZone()).toLocalDate().minusDays(1);
        var key = ENDING.key() + ":" + ending.token() + ":" + lastDay + ":" + ending.person();
        notices.tell(Notice.of(key, ENDING.key(), ending.person())
                .with("system", ending.name())
                .with("day", lastDay.toString())
                .at("/access/tokens/" + ending.token()));
    }
}
