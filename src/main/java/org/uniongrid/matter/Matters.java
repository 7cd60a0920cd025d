package org.uniongrid.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;

/** Matters, the steps they wait at, and their timelines, for whoever may see them. */
@Repository
public class Matters {

    public static final String READ = "matter.read";

    /** Whether a matter {@code m} may be seen at all: the one place that says it. Wants {@link #seeing}. */
    public static final String VISIBLE = """
            exists (select from matter.party v where v.matter_id = m.id and v.part <> 'BARRED'
                    and (v.person_id = :person or organisation.sees(:reach, v.scope)))
            and not exists (select from matter.party v where v.matter_id = m.id and v.part = 'BARRED' and v.person_id = :person)
            """;

    private static final String MATTER = """
            select m.id, m.public_id, m.kind, m.title, m.words, a.public_id as unit, m.unit_name, m.person_id, m.person_name,
                   b.public_id as asked, m.asked_name, m.year, m.nr, coalesce(m.outcome, m.state) as state,
                   m.pack_id, m.opened_at, m.closed_at,
                   exists (select from matter.party p where p.matter_id = m.id and p.part = 'HANDLER'
                           and organisation.sees(:reach, p.scope)) as inside
            from matter.matter m join organisation.unit a on a.id = m.unit_id join organisation.unit b on b.id = m.asked_id
            where m.public_id = :id and
            """;

    private final JdbcClient db;
    private final Clock clock;

    Matters(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One line of the timeline. */
    public record Entry(
            Instant at,
            String personName,
            String postTitle,
            String unitName,
            Action action,
            @Nullable String words,
            boolean byLink) {}

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

    public static Reach reach(Actor actor) {
        return actor.reach(READ);
    }

    /** The steps that wait. */
    @Unscoped("of a matter that was found for its reader")
    public List<Task> open(Matter matter) {
        return db.sql("""
                        select t.id, t.public_id, t.step, t.unit_id, u.public_id as unit, u.name as unit_name,
                               o.public_id as post, t.started_at, t.due_at,
                               case when o.id is not null then o.title || coalesce(' ' || (
                                   select p.name from organisation.tenure n join people.person p on p.id = n.person_id
                                   where n.post_id = o.id and n.during @> :today order by n.acting, n.id limit 1), '') end as holder
                        from matter.task t join organisation.unit u on u.id = t.unit_id
                        left join organisation.post o on o.id = t.holder_id and t.holder_kind = 'POST'
                        where t.matter_id = :matter and t.state = 'OPEN' order by t.id
                        """)
                .param("matter", matter.id())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> task(row))
                .list();
    }

    /** The timeline, oldest first; without what is the business of the unit that is asked, for a reader outside it. */
    @Unscoped("of a matter that was found for its reader")
    public List<Entry> timeline(Matter matter) {
        return db.sql("""
                        select at, person_name, post_title, unit_name, action, words,
                               exists (select from matter.link_entry l where l.entry_id = entry.id) as by_link
                        from matter.entry
                        where matter_id = :matter and (audience = 'ALL' or :inside) order by id
                        """)
                .param("matter", matter.id())
                .param("inside", matter.inside())
                .query((row, number) -> new Entry(
                        instant(row, "at"),
                        row.getString("person_name"),
                        row.getString("post_title"),
                        row.getString("unit_name"),
                        Action.valueOf(row.getString("action")),
                        row.getString("words"),
                        row.getBoolean("by_link")))
                .list();
    }

    /** A post that may get a step, and who holds it. */
    public record Post(UUID id, String title, String holder) {}

    /** The posts of the unit that a step waits in whose holders may handle matters. */
    @Unscoped("names the colleagues of whoever has the step")
    public List<Post> posts(Task task) {
        return db.sql("""
                        select o.public_id as id, o.title, p.name as holder from organisation.post o
                        join organisation.role r on r.id = o.role_id and 'matter.handle' = any (r.permissions)
                        join organisation.tenure n on n.post_id = o.id and n.during @> :today and not n.acting
                        join people.person p on p.id = n.person_id
                        where o.unit_id = :unit order by o.id
                        """)
                .param("unit", task.unitId())
                .param("today", LocalDate.now(clock))
                .query(Post.class)
                .list();
    }

    private static Matter matter(ResultSet row) throws SQLException {
        var closed = row.getObject("closed_at", OffsetDateTime.class);
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
                instant(row, "opened_at"),
                closed == null ? null : closed.toInstant(),
                row.getBoolean("inside"));
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("step"),
                row.getLong("unit_id"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                row.getObject("post", UUID.class),
                row.getString("holder"),
                instant(row, "started_at"),
                instant(row, "due_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
