package org.uniongrid.notice.inbox;

import static org.uniongrid.notice.NoticeRule.TEST_MESSAGES_ARE_FEW;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;

/** A message to oneself, to see which wires get through. An SMS costs money: one a minute, five a day. */
@Component
class TestMessage {

    static final String KIND = "notice.test";
    static final int A_DAY = 5;

    private final Notices notices;
    private final JdbcClient db;
    private final Clock clock;

    TestMessage(Notices notices, JdbcClient db, Clock clock) {
        this.notices = notices;
        this.db = db;
        this.clock = clock;
    }

    /** Two at once are told apart by the key, which holds the minute. */
    @Transactional
    public void send(Actor actor) {
        var now = OffsetDateTime.now(clock);
        var sent = db.sql("""
                        select count(*) as day, count(*) filter (where created_at > :minute) as minute
                        from notice.notice where person_id = :person and kind = :kind and created_at > :day
                        """)
                .param("person", actor.personId())
                .param("kind", KIND)
                .param("day", now.minus(Duration.ofDays(1)))
                .param("minute", now.minus(Duration.ofMinutes(1)))
                .query(Sent.class)
                .single();
        TEST_MESSAGES_ARE_FEW.require(sent.minute() == 0 && sent.day() < A_DAY);
        var key = KIND + ":" + actor.personId() + ":" + now.toEpochSecond() / 60;
        notices.tell(Notice.of(key, KIND, actor.personId()).at("/notices/preferences"));
    }

    private record Sent(long day, long minute) {}
}
