package org.uniongrid.matter;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;

/** Writes the timeline, which nobody changes afterwards, and who has had a hand in the matter. */
@Repository
@Unscoped("writes for the desk, which has found the matter for its actor")
class EntryBook {

    private final JdbcClient db;
    private final Clock clock;

    EntryBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * For whom somebody acts.
     *
     * @param recorded whether that one decided on paper; otherwise their post has handed its work over
     */
    record Behalf(boolean recorded, String who) {}

    /** @return its id */
    long enter(Turn turn, @Nullable Behalf behalf) {
        var inside = turn.act().aim().inside() || turn.action().isInside();
        return enter(
                turn.actor(),
                turn.matter().id(),
                turn.task(),
                turn.action(),
                turn.act().words(),
                inside,
                behalf);
    }

    /**
     * @param inside whether it is not for whoever asked
     * @return its id
     */
    long enter(
            Actor actor,
            long matter,
            @Nullable Task task,
            Action action,
            @Nullable String words,
            boolean inside,
            @Nullable Behalf behalf) {
        var post = actor.chosen();
        var id = db.sql("""
                        insert into matter.entry (matter_id, task_id, at, person_id, person_name, post_title, unit_name, action,
                            words, audience, behalf_kind, behalf)
                        values (:matter, :task, :now, :person, :name, :title, :unit, :action, :words, :audience, :kind, :behalf)
                        returning id
                        """)
                .param("matter", matter)
                .param("task", task == null ? null : task.id())
                .param("now", OffsetDateTime.now(clock))
                .param("person", actor.personId())
                .param("name", actor.name())
                .param("title", post == null ? "" : post.title())
                .param("unit", post == null || post.unitName() == null ? "" : post.unitName())
                .param("action", action.name())
                .param("words", words)
                .param("audience", inside ? "HANDLERS" : "ALL")
                .param("kind", behalf == null ? null : behalf.recorded() ? "RECORDED" : "DELEGATED")
                .param("behalf", behalf == null ? null : behalf.who())
                .query(Long.class)
                .single();
        db.sql("""
                        insert into matter.hand (person_id, matter_id, last_at) values (:person, :matter, :now)
                        on conflict (person_id, matter_id) do update set last_at = excluded.last_at
                        """)
                .param("person", actor.personId())
                .param("matter", matter)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return id;
    }
}
