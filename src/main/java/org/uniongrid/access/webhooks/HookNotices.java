package org.uniongrid.access.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.Unscoped;

/** Tells everybody who keeps webhooks that one was paused, since nothing came through for three days. */
@Component
class HookNotices {

    static final NoticeKind GAVE_UP = NoticeKind.of("access.webhook-paused");

    private final JdbcClient db;
    private final Notices notices;
    private final Clock clock;

    HookNotices(JdbcClient db, Notices notices, Clock clock) {
        this.db = db;
        this.notices = notices;
        this.clock = clock;
    }

    @Transactional
    @Unscoped("gives out nothing of what it reads")
    public void gaveUp(UUID hook, String name, Instant when) {
        db.sql("""
                        select distinct n.person_id from organisation.role r
                        join organisation.tenure n on n.role_id = r.id and n.during @> :today
                        where r.cell_wide and 'access.webhook.keep' = any (r.permissions)
                        """)
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list()
                .forEach(person -> notices.tell(Notice.of(
                                GAVE_UP.key() + ":" + hook + ":" + when.getEpochSecond() + ":" + person,
                                GAVE_UP.key(),
                                person)
                        .with("system", name)
                        .at("/access/webhooks/" + hook)));
    }
}
