package org.uniongrid.matter;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.foundation.Unscoped;

/** What somebody has begun to ask and not sent: for their eyes only, without a number, a deadline or a timeline. */
@Repository
@Unscoped("finds the actor's own drafts alone")
public class Drafts {

    private final MatterBook book;
    private final JdbcClient db;
    private final Clock clock;

    Drafts(MatterBook book, JdbcClient db, Clock clock) {
        this.book = book;
        this.db = db;
        this.clock = clock;
    }

    /** @param to public id of the unit that is to be asked; null where none was chosen */
    public record Draft(UUID id, @Nullable UUID to, String title, String words) {}

    /** @throws NoSuchElementException where the actor has none such */
    public Draft find(UUID id, Actor actor) {
        return db.sql("""
                        select m.public_id as id, u.public_id as "to", m.title, m.words
                        from matter.matter m left join organisation.unit u on u.id = m.asked_id
                        where m.public_id = ? and m.person_id = ? and m.state = 'DRAFT'
                        """)
                .params(id, actor.personId())
                .query(Draft.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No draft " + id));
    }

    /**
     * Begins one, or writes over it.
     *
     * @param draft public id of the one that is written over; null for a new one
     * @param key of the form, so that what is sent twice is one draft
     */
    @Transactional
    public UUID save(
            Actor actor, String kind, @Nullable UUID draft, @Nullable UUID to, String title, String words, UUID key) {
        var again = book.made(key, actor);
        if (again.isPresent()) return again.get();
        var id = draft == null ? begin(actor, kind) : find(draft, actor).id();
        db.sql("""
                        update matter.matter m set title = :title, words = :words, asked_id = u.id, asked_name = u.name, opened_at = :now,
                            search = :search::tsvector
                        from (select) one left join organisation.unit u on u.public_id = :to where m.public_id = :id
                        """)
                .param("title", title)
                .param("search", Bigrams.vector(title))
                .param("words", words)
                .param("to", to)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        return id;
    }

    private UUID begin(Actor actor, String kind) {
        var from = book.unit(MatterDesk.unitOf(actor));
        return db.sql("""
                        insert into matter.matter (kind, title, words, unit_id, unit_name, person_id, person_name, state, open_tasks, opened_at)
                        values (:kind, '', '', :unit, :name, :person, :personName, 'DRAFT', 0, :now) returning public_id
                        """)
                .param("kind", kind)
                .param("unit", from.id())
                .param("name", from.name())
                .param("person", actor.personId())
                .param("personName", actor.name())
                .param("now", OffsetDateTime.now(clock))
                .query(UUID.class)
                .single();
    }

    /** Throws it away, with what was in it. */
    @Transactional
    public void drop(UUID id, Actor actor) {
        var draft = find(id, actor);
        db.sql(
                        "update matter.matter set state = 'DROPPED', title = '', words = '', search = '', asked_id = null, asked_name = null where public_id = ?")
                .param(draft.id())
                .update();
    }
}
