package org.uniongrid.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;

/** The code list of kinds of workers, as it holds today. */
@Repository
@Unscoped("a code list is no secret")
public class WorkerClasses {

    private final JdbcClient db;
    private final Clock clock;

    WorkerClasses(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** In the order of the list. */
    public List<WorkerClass> all() {
        return db.sql("""
                        select key, new_form from people.worker_class
                        where since <= :today and (until is null or until > :today) order by nr
                        """)
                .param("today", LocalDate.now(clock))
                .query(WorkerClass.class)
                .list();
    }

    public Optional<WorkerClass> find(String key) {
        return all().stream().filter(one -> one.key().equals(key)).findFirst();
    }
}
