package org.uniongrid.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;

/** Matters and their timelines, for whoever may see them. */
@Repository
public class Matters {

    public static final String READ = "matter.read";

    /** Whether a matter {@code m} may be seen at all: the one place that says it. Wants {@link #seeing}. */
    public static final String VISIBLE = """
            exists (select from matter.party v where v.matter_id = m.id and v.part <> 'BARRED'
                    and (v.person_id = :person or organisation.sees(:reach, v.scope)))
            and not exists (select from matter.party v where v.matter_id = m.id and v.part = 'BARRED' and v.person_id = :person)
            """;

    /** The name of the {@link MatterState} of a matter {@code m}. */
    public static final String STATE = "case when m.outcome <> 'ANSWERED' then m.outcome else m.state end";

    /**
     * The ids of the matters that may lie within a small reach, as an array: before anything else is asked of them. Wants the
     * same parameters as {@link #VISIBLE}.
     */
    public static final String NEAR = """
            array(select matter_id from matter.near(:reach)
                union select p.matter_id from matter.party p where p.person_id = :person)
            """;

    /** Within a reach with more parties than these, the latest of all are looked through; else those in it are sorted. */
    private static final int FEW = 10_000;

    private static final String MATTER = """
            select m.id, m.public_id, m.kind, m.title, m.words, a.public_id as unit, m.unit_name, m.person_id, m.person_name,
                   b.public_id as asked, m.asked_name, m.year, m.nr, """ + STATE + """
                    as state,
                   m.pack_id, m.route_id, m.opened_at, coalesce(m.answered_at, m.closed_at) as ended_at,
                   exists (select from matter.party p where p.matter_id = m.id and p.part = 'HANDLER'
                           and organisation.sees(:reach, p.scope)) as inside
            from matter.matter m left join organisation.unit a on a.id = m.unit_id join organisation.unit b on b.id = m.asked_id
            where m.public_id = :id and
            """;

    private final JdbcClient db;

    Matters(JdbcClient db) {
        this.db = db;
    }

    /**
     * One line of the timeline.
     *
     * @param id by which what belongs to it is found
     * @param recorded whether a clerk entered what somebody else decided on paper 代录
     * @param byLink whether it was done without signing in
     * @param moved from which hands to which, where it was handed on
     * @param behalf who decided it, or for which post it was done; null where it was their own
     */
    public record Entry(
            long id,
            Instant at,
            String personName,
            String postTitle,
            String unitName,
            Action action,
            @Nullable String words,
            boolean recorded,
            @Nullable String behalf,
            boolean byLink,
            @Nullable Moved moved) {

        /** Who it was, with unit and post where they acted in one. */
        public String author() {
            return Stream.of(unitName, postTitle, personName)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
        }
    }

    /** From which post or unit to which. */
    public record Moved(String from, String to) {}

    /** @throws NoSuchElementException where there is none that the actor may see */
    public Matter find(UUID id, Actor actor) {
        return find(id, actor, "");
    }

    /** Held to the end of the transaction: whoever else would move it waits. */
    Matter lock(UUID id, Actor actor) {
        return find(id, actor, " for no key update of m");
    }

    private Matter find(UUID id, Actor actor, String lock) {
        return db.sql(MATTER + VISIBLE + lock)
                .param("id", id)
                .param("person", actor.personId())
                .param("reach", reach(actor).asArray())
                .query((row, number) -> matter(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No matter " + id));
    }

    /** Whether so few lie within the actor's reach that a list begins with {@link #NEAR}. */
    public boolean areFew(Actor actor) {
        return db.sql("select count(*) from (select from matter.near(:reach) limit :few) found")
                        .param("reach", reach(actor).asArray())
                        .param("few", FEW)
                        .query(Integer.class)
                        .single()
                < FEW;
    }

    public static Reach reach(Actor actor) {
        return actor.reach(READ);
    }

    /** The timeline, oldest first; without what is the business of the unit that is asked, for a reader outside it. */
    @Unscoped("of a matter that was found for its reader")
    public List<Entry> timeline(Matter matter) {
        return db.sql("""
                        select id, at, person_name, post_title, unit_name, action, words, behalf_kind, behalf, moved_from, moved_to,
                               exists (select from matter.link_entry l where l.entry_id = entry.id) as by_link
                        from matter.entry
                        where matter_id = :matter and (audience = 'ALL' or :inside) order by id
                        """)
                .param("matter", matter.id())
                .param("inside", matter.inside())
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        instant(row, "at"),
                        row.getString("person_name"),
                        row.getString("post_title"),
                        row.getString("unit_name"),
                        Action.valueOf(row.getString("action")),
                        row.getString("words"),
                        "RECORDED".equals(row.getString("behalf_kind")),
                        row.getString("behalf"),
                        row.getBoolean("by_link"),
                        row.getString("moved_to") == null
                                ? null
                                : new Moved(row.getString("moved_from"), row.getString("moved_to"))))
                .list();
    }

    private static Matter matter(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Matter(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                row.getString("words"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                row.getLong("person_id"),
                row.getString("person_name"),
                row.getObject("asked", UUID.class),
                row.getString("asked_name"),
                row.getInt("year"),
                row.getInt("nr"),
                MatterState.valueOf(row.getString("state")),
                row.getObject("pack_id", UUID.class),
                row.getObject("route_id", Long.class),
                instant(row, "opened_at"),
                ended == null ? null : ended.toInstant(),
                row.getBoolean("inside"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
