package org.uniongrid.membership.doubts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.membership.Roll;

/** Tells a union of a doubt at once and a week before its days are over, when it comes back, and the union above when it is passed up. */
@Component
@Unscoped("a job; tells those who keep the roll of the union, or of the one above")
class DoubtNotices {

    static final NoticeKind SEEN = NoticeKind.of("membership.doubt-seen");
    static final NoticeKind SOON = NoticeKind.of("membership.doubt-soon");
    static final NoticeKind RETURNED = NoticeKind.of("membership.doubt-returned");
    static final NoticeKind PASSED = NoticeKind.of("membership.doubt-passed");

    private static final int BEFORE = 7;

    @Configuration
    static class Kinds {

        @Bean
        NoticeKind doubtSeen() {
            return SEEN;
        }

        @Bean
        NoticeKind doubtSoon() {
            return SOON;
        }

        @Bean
        NoticeKind doubtReturned() {
            return RETURNED;
        }

        @Bean
        NoticeKind doubtPassed() {
            return PASSED;
        }
    }

    private final JdbcClient db;
    private final Notices notices;
    private final Clock clock;

    DoubtNotices(JdbcClient db, Notices notices, Clock clock) {
        this.db = db;
        this.notices = notices;
        this.clock = clock;
    }

    private record Told(UUID publicId, long unitId, String unitName, LocalDate dueOn) {}

    void seen(long doubt) {
        var told = told(doubt);
        keepers(told.unitId()).forEach(person -> tell(SEEN, told, person));
    }

    void returned(long doubt) {
        var told = told(doubt);
        keepers(told.unitId()).forEach(person -> tell(RETURNED, told, person));
    }

    /** Once each, and once more after it was sent back. */
    void remind() {
        db.sql("""
                        update membership.doubt set reminded = true
                        where ended_at is null and state in ('OPEN', 'SENT_BACK') and not reminded and due_on <= ? returning id
                        """)
                .param(LocalDate.now(clock).plusDays(BEFORE))
                .query(Long.class)
                .list()
                .forEach(doubt -> {
                    var told = told(doubt);
                    keepers(told.unitId()).forEach(person -> tell(SOON, told, person));
                });
    }

    void passed(long doubt) {
        var told = told(doubt);
        above(told.unitId()).forEach(unit -> keepers(unit).forEach(person -> tell(PASSED, told, person)));
    }

    private Told told(long doubt) {
        return db.sql("""
                        select d.public_id, d.unit_id, u.name as unit_name, least(d.due_on, '9999-12-31') as due_on
                        from membership.doubt d join organisation.unit u on u.id = d.unit_id where d.id = ?
                        """).param(doubt).query(Told.class).single();
    }

    private List<Long> above(long unit) {
        return db.sql("""
                        select parent_id from organisation.place
                        where unit_id = ? and line_id = 1 and during @> ? and parent_id is not null
                        """).params(unit, LocalDate.now(clock)).query(Long.class).list();
    }

    private List<Long> keepers(long unit) {
        return db.sql("""
                        select distinct n.person_id from organisation.post o
                        join organisation.role r on r.id = o.role_id and :permission = any (r.permissions)
                        join organisation.tenure n on n.post_id = o.id and n.during @> :today
                        where o.unit_id = :unit order by 1
                        """)
                .param("permission", Roll.EDIT)
                .param("today", LocalDate.now(clock))
                .param("unit", unit)
                .query(Long.class)
                .list();
    }

    private void tell(NoticeKind kind, Told told, long person) {
        notices.tell(
                Notice.of(kind.key() + ":" + told.publicId() + ":" + person + ":" + told.dueOn(), kind.key(), person)
                        .with("union", told.unitName())
                        .with("day", told.dueOn().toString())
                        .at("/membership/doubts/" + told.publicId()));
    }
}
