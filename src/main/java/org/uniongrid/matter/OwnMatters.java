package org.uniongrid.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;

/** What somebody has asked for themselves, as their phone shows it: named by its kind, never by what it is about. */
@Repository
public class OwnMatters {

    /** Where the phone shows one, before its public id. */
    public static final String PAGE = "/m/matters/";

    public static final int SIZE = 20;

    private static final Keyset LATEST = Keyset.descending("matter.matter", "m", "id");

    private final JdbcClient db;

    OwnMatters(JdbcClient db) {
        this.db = db;
    }

    /**
     * One of them.
     *
     * @param asked name of the union that is asked
     * @param waits whether it waits for whoever asked
     * @param hidden whether they keep it off the pages that others may see
     */
    public record Own(
            UUID id, String kind, String asked, MatterState state, Instant openedAt, boolean waits, boolean hidden) {}

    /** The latest first. */
    public Page<Own> page(Actor actor, boolean hidden, Cursor cursor) {
        return LATEST.page(cursor, SIZE, Own::id, tail -> rows(actor, hidden, false, tail));
    }

    /** Some of those that are open and not hidden. */
    public List<Own> open(Actor actor, int most) {
        return rows(actor, false, true, new Keyset.Tail(" order by m.id desc limit :limit", "", null, most));
    }

    private List<Own> rows(Actor actor, boolean hidden, boolean open, Keyset.Tail tail) {
        return db.sql("""
                        select m.public_id, m.kind, m.asked_name, m.opened_at, p.hidden,\s""" + Matters.STATE + """
                                as state,
                               exists (select from matter.task t where t.matter_id = m.id and t.state = 'OPEN'
                                   and t.holder_kind = 'PERSON' and t.holder_id = p.person_id) as waits
                        from matter.party p join matter.matter m on m.id = p.matter_id
                        where p.person_id = :person and p.part = 'ASKER' and p.hidden = :hidden
                          and (not :open or m.state = 'OPEN')
                        """ + tail.sql())
                .param("person", actor.personId())
                .param("hidden", hidden)
                .param("open", open)
                .param("row", tail.row())
                .param("limit", tail.limit())
                .query((row, number) -> own(row))
                .list();
    }

    /** The latest, closed and hidden ones too: what is kept of somebody, told to themselves. */
    public List<Own> latest(Actor actor, int most) {
        return db.sql("""
                        select m.public_id, m.kind, m.asked_name, m.opened_at, p.hidden,\s""" + Matters.STATE + """
                                as state, false as waits
                        from matter.party p join matter.matter m on m.id = p.matter_id
                        where p.person_id = ? and p.part = 'ASKER' order by m.id desc limit ?
                        """)
                .params(actor.personId(), most)
                .query((row, number) -> own(row))
                .list();
    }

    /** Hidden ones too. */
    public boolean anyOpen(Actor actor) {
        return db.sql("""
                        select exists (select from matter.party p join matter.matter m on m.id = p.matter_id
                            where p.person_id = ? and p.part = 'ASKER' and m.state = 'OPEN')
                        """).param(actor.personId()).query(Boolean.class).single();
    }

    /** Whether they keep it off the pages that others may see; false for what they did not ask. */
    public boolean isHidden(Actor actor, UUID id) {
        return db.sql("""
                        select exists (select from matter.party p join matter.matter m on m.id = p.matter_id
                            where m.public_id = ? and p.part = 'ASKER' and p.person_id = ? and p.hidden)
                        """).params(id, actor.personId()).query(Boolean.class).single();
    }

    /** @throws NoSuchElementException where the actor has asked no such thing */
    @Transactional
    public void hide(Actor actor, UUID id, boolean hidden) {
        var changed = db.sql("""
                        update matter.party p set hidden = :hidden from matter.matter m
                        where m.public_id = :id and p.matter_id = m.id and p.part = 'ASKER' and p.person_id = :person
                        """)
                .param("id", id)
                .param("hidden", hidden)
                .param("person", actor.personId())
                .update();
        if (changed == 0) throw new NoSuchElementException("No matter " + id);
    }

    private static Own own(ResultSet row) throws SQLException {
        return new Own(
                row.getObject("public_id", UUID.class),
                row.getString("kind"),
                row.getString("asked_name"),
                MatterState.valueOf(row.getString("state")),
                Matters.instant(row, "opened_at"),
                row.getBoolean("waits"),
                row.getBoolean("hidden"));
    }
}
