package org.uniongrid.people.reveal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts looks by person and day, in the database, so that parallel requests and processes share one count. */
@Repository
class Quota {

    private final JdbcClient db;
    private final Clock clock;
    private final int perDay;

    Quota(JdbcClient db, Clock clock, @Value("${uniongrid.reveal.per-day:30}") int perDay) {
        this.db = db;
        this.clock = clock;
        this.perDay = perDay;
    }

    int perDay() {
        return perDay;
    }

    /** Takes one look and says which it is today; empty where none is left. */
    Optional<Integer> take(long personId) {
        return db.sql("""
                        insert into people.reveal_count (person_id, day, used) select :person, :day, 1 where :most > 0
                        on conflict (person_id, day) do update set used = reveal_count.used + 1
                            where reveal_count.used < :most
                        returning used
                        """)
                .param("person", personId)
                .param("day", LocalDate.now(clock))
                .param("most", perDay)
                .query(Integer.class)
                .optional();
    }

    int left(long personId) {
        var used = db.sql("select used from people.reveal_count where person_id = :person and day = :day")
                .param("person", personId)
                .param("day", LocalDate.now(clock))
                .query(Integer.class)
                .optional()
                .orElse(0);
        return Math.max(0, perDay - used);
    }

    /** Whether this look makes it four fifths of a day's. */
    boolean isMany(int used) {
        return used == (perDay * 4 + 4) / 5;
    }
}
