package org.uniongrid.organisation.committees;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.Unscoped;

/** Whoever chairs a women workers' committee holds a post of its own, which is opened with the first of them. */
@Component
@Unscoped("works for a committee that was found within reach")
class WomenChairs {

    static final String ROLE = "women-chair";

    private final JdbcClient db;
    private final Notices notices;
    private final Clock clock;

    WomenChairs(JdbcClient db, Notices notices, Clock clock) {
        this.db = db;
        this.notices = notices;
        this.clock = clock;
    }

    /** The post begins with the duty, but no earlier than today. */
    void join(Committee committee, long person, CommitteeDuty duty, LocalDate from) {
        if (!isChair(committee, duty)) return;
        var day = notBeforeToday(from);
        var post = post(committee);
        endAll(post, day);
        db.sql("insert into organisation.tenure (post_id, person_id, during) values (?, ?, daterange(?, null))")
                .params(post, person, day)
                .update();
        tell("organisation.appointed", committee, person, day);
    }

    void leave(Committee committee, Member member, LocalDate from) {
        if (!isChair(committee, member.duty())) return;
        var day = notBeforeToday(from);
        endAll(post(committee), day);
        tell("organisation.tenure-ended", committee, member.personId(), day);
    }

    private static boolean isChair(Committee committee, CommitteeDuty duty) {
        return committee.kind() == CommitteeKind.WOMEN && duty == CommitteeDuty.CHAIR;
    }

    private long post(Committee committee) {
        return db.sql("""
                        select o.id from organisation.post o join organisation.role r on r.id = o.role_id and r.key = :role
                        where o.unit_id = :unit and o.closed_on is null order by o.id limit 1
                        """)
                .param("role", ROLE)
                .param("unit", committee.unitId())
                .query(Long.class)
                .optional()
                .orElseGet(() -> open(committee));
    }

    private long open(Committee committee) {
        return db.sql("""
                        insert into organisation.post (unit_id, role_id, cell_wide, title)
                        select :unit, id, false, :title from organisation.role where key = :role returning id
                        """)
                .param("unit", committee.unitId())
                .param("title", committee.kind().chair())
                .param("role", ROLE)
                .query(Long.class)
                .single();
    }

    private void endAll(long post, LocalDate day) {
        db.sql("delete from organisation.tenure where post_id = ? and lower(during) >= ?")
                .params(post, day)
                .update();
        db.sql("""
                        update organisation.tenure set during = daterange(lower(during), :day)
                        where post_id = :post and (upper_inf(during) or upper(during) > :day)
                        """).param("day", day).param("post", post).update();
    }

    private void tell(String kind, Committee committee, long person, LocalDate day) {
        notices.tell(Notice.of(kind + ":" + UUID.randomUUID(), kind, person)
                .with("post", committee.unitName() + " · " + committee.kind().chair())
                .with("day", day.toString()));
    }

    private LocalDate notBeforeToday(LocalDate day) {
        var today = LocalDate.now(clock);
        return day.isBefore(today) ? today : day;
    }
}
