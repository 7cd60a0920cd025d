package org.uniongrid.organisation;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** Closes what a unit leaves behind that is dissolved: places, committees, tenures and posts. */
@Component
@Unscoped("gives out nothing of what it reads")
class UnitEnds {

    private static final String POSTS = "post_id in (select id from organisation.post where unit_id = :unit)";
    private static final String COMMITTEES =
            "committee_id in (select id from organisation.committee where unit_id = :unit)";
    private static final int LONGEST_REASON = 200;

    private final JdbcClient db;

    UnitEnds(JdbcClient db) {
        this.db = db;
    }

    /** In every line, and for everybody who holds something there. */
    void close(long unit, LocalDate day, String reason) {
        Cut.at("place", "unit_id = :unit", unit, day, db);
        Cut.at("committee_member", COMMITTEES, unit, day, db);
        Cut.at("committee", "unit_id = :unit", unit, day, db);
        closePosts(unit, day, reason);
    }

    /** Nobody holds a post there from that day, and nobody shall. */
    void closePosts(long unit, LocalDate day, String reason) {
        db.sql("update organisation.tenure set ended_for = :reason where during @> :day and " + POSTS)
                .param(
                        "reason",
                        reason.length() > LONGEST_REASON
                                ? reason.substring(0, LONGEST_REASON).strip()
                                : reason)
                .param("day", day)
                .param("unit", unit)
                .update();
        Cut.at("tenure", POSTS, unit, day, db);
        db.sql(
                        "update organisation.post set closed_on = :day where unit_id = :unit and (closed_on is null or closed_on > :day)")
                .param("day", day)
                .param("unit", unit)
                .update();
    }
}
