package org.uniongrid.organisation.committees;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that say who sits in a committee. */
final class Seating {

    private Seating() {}

    static void begin(JdbcClient db, Committee committee, long person, CommitteeDuty duty, LocalDate from) {
        db.sql("""
                        insert into organisation.committee_member (committee_id, person_id, duty, during)
                        values (:committee, :person, :duty, daterange(:from, null))
                        """)
                .param("committee", committee.id())
                .param("person", person)
                .param("duty", duty.name())
                .param("from", from)
                .update();
    }

    /** From this day on; whoever would have begun later never did. */
    static void end(JdbcClient db, Member member, LocalDate day) {
        if (day.isAfter(member.since()))
            db.sql("update organisation.committee_member set during = daterange(lower(during), ?) where id = ?")
                    .params(day, member.id())
                    .update();
        else
            db.sql("delete from organisation.committee_member where id = ?")
                    .param(member.id())
                    .update();
    }
}
