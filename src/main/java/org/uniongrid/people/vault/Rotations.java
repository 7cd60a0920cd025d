package org.uniongrid.people.vault;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;

/** The moves to new keys, of which at most one is open. */
@Repository
public class Rotations {

    private final JdbcClient db;
    private final Clock clock;

    Rotations(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One move; {@code by} is the name of whoever began it. */
    public record Rotation(
            UUID publicId,
            OffsetDateTime startedAt,
            @Nullable String by,
            long total,
            @Nullable OffsetDateTime finishedAt) {

        public boolean isOpen() {
            return finishedAt == null;
        }
    }

    boolean isOpen() {
        return latest().filter(Rotation::isOpen).isPresent();
    }

    Optional<Rotation> latest() {
        return db.sql("""
                        select r.public_id, r.started_at, p.name as by, r.total, r.finished_at
                        from people.rotation r left join people.person p on p.id = r.started_by
                        order by r.finished_at is null desc, r.id desc limit 1
                        """).query(Rotation.class).optional();
    }

    UUID begin(Actor actor, long total) {
        return db.sql("""
                        insert into people.rotation (started_at, started_by, total) values (:now, :by, :total)
                        returning public_id
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("by", actor.personId() == 0 ? null : actor.personId())
                .param("total", total)
                .query(UUID.class)
                .single();
    }

    void finish() {
        db.sql("update people.rotation set finished_at = :now where finished_at is null")
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
