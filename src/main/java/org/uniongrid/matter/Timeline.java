package org.uniongrid.matter;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;

/** Writes the timeline, which nobody changes afterwards, and who has had a hand in the matter. */
@Repository
@Unscoped("writes for the desk, which has found the matter for its actor")
class Timeline {

    private final JdbcClient db;
    private final Clock clock;

    Timeline(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * For whom somebody acts.
     *
     * @param recorded whether that one decided on paper; otherwise their post has handed its work over
     */
    record Behalf(boolean recorded, String who) {}

    void enter(Turn turn, @Nullable Behalf behalf) {
        var matter = turn.matter().id();
        var inside = turn.act().aim().inside() || turn.action().isInside();
        var post = turn.actor().chosen();
        db.sql("""
                        insert into matter.entry (matter_id, task_id, at, person_id, person_name, post_title, unit_name, action,
                            words, audience, behalf_kind, behalf)
                        values (:matter, :task, :now, :person, :name, :title, :unit, :action, :words, :audience, :kind, :behalf)
                        """)
                .param("matter", matter)
                .param("task", turn.task() == null ? null : turn.task().id())
                .param("now", OffsetDateTime.now(clock))
                .param("person", turn.actor().personId())
                .param("name", turn.actor().name())
                .param("title", post == null ? "" : post.title())
                .param("unit", post == null || post.unitName() == null ? "" : post.unitName())
                .param("action", turn.action().name())
                .param("words", turn.act().words())
                .param("audience", inside ? "HANDLERS" : "ALL")
                .param("kind", behalf == null ? null : behalf.recorded() ? "RECORDED" : "DELEGATED")
                .param("behalf", behalf == null ? null : behalf.who())
                .update();
        db.sql("""
                        insert into matter.hand (person_id, matter_id, last_at) values (:person, :matter, :now)
                        on conflict (person_id, matter_id) do update set last_at = excluded.last_at
                        """)
                .param("person", turn.actor().personId())
                .param("matter", matter)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
