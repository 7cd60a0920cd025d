package org.uniongrid.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;

/** The steps that a matter waits at, and who has them or may get them. */
@Repository
@Unscoped("of a matter that was found for its reader, or of the colleagues of whoever has the step")
public class Tasks {

    private final JdbcClient db;
    private final Clock clock;

    Tasks(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** In somebody's hands, or waiting for what is; the oldest first. */
    public List<Task> undone(Matter matter) {
        return db.sql("""
                        select t.id, t.public_id, t.kind, t.state, t.paused_since is not null as paused, t.step, s.name as step_name, t.unit_id, u.public_id as unit, u.name as unit_name,
                               case when h.name is not null then o.public_id end as post, self.id as person,
                               coalesce(self.name, o.title || ' ' || h.name) as holder,
                               r.key as role, t.parent_id, t.needs, t.returns_to, t.started_at, t.due_at
                        from matter.task t join organisation.unit u on u.id = t.unit_id
                        join matter.matter m on m.id = t.matter_id
                        left join matter.route_step s on s.route_id = m.route_id and s.key = t.step
                        left join organisation.post o on o.id = t.holder_id and t.holder_kind = 'POST'
                        left join people.person self on self.id = t.holder_id and t.holder_kind = 'PERSON'
                        left join lateral (
                            select p.name from organisation.tenure n join people.person p on p.id = n.person_id
                            where n.post_id = o.id and n.during @> :today order by n.acting, n.id limit 1) h on true
                        left join organisation.role r on r.id = t.role_id
                        where t.matter_id = :matter and t.state <> 'DONE' order by t.id
                        """)
                .param("matter", matter.id())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> task(row))
                .list();
    }

    /** Those in somebody's hands. */
    public List<Task> open(Matter matter) {
        return undone(matter).stream().filter(task -> !task.waiting()).toList();
    }

    /** A post that may get a step, and who holds it. */
    public record Post(UUID id, String title, String holder, long holderId) {

        public String label() {
            return title + " " + holder;
        }
    }

    /** The posts of a unit whose holders may handle matters. */
    public List<Post> posts(long unit) {
        return db.sql("""
                        select o.public_id as id, o.title, p.name as holder, p.id as holder_id from organisation.post o
                        join organisation.role r on r.id = o.role_id and 'matter.handle' = any (r.permissions)
                        join organisation.tenure n on n.post_id = o.id and n.during @> :today and not n.acting
                        join people.person p on p.id = n.person_id
                        where o.unit_id = :unit order by o.id
                        """)
                .param("unit", unit)
                .param("today", LocalDate.now(clock))
                .query(Post.class)
                .list();
    }

    /** One of them. */
    Optional<Post> post(long unit, UUID id) {
        return posts(unit).stream().filter(post -> post.id().equals(id)).findFirst();
    }

    /** How the signers of a step have spoken so far. */
    public record Words(int asked, int agreed, int disagreed) {

        /** Whether enough agree, or enough can no longer. */
        boolean areIn(int needs) {
            return agreed >= needs || disagreed > asked - needs;
        }
    }

    /** Of those that were asked in the round that the step waits for now. */
    public Words words(long parent) {
        return db.sql("""
                        select count(*) as asked, count(*) filter (where verdict = 'AGREE') as agreed,
                               count(*) filter (where verdict = 'DISAGREE') as disagreed
                        from matter.task t where t.parent_id = :parent and t.kind = 'SIGN' and t.round = (
                            select max(round) from matter.task where parent_id = :parent)
                        """).param("parent", parent).query(Words.class).single();
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                Task.Kind.valueOf(row.getString("kind")),
                row.getString("state").equals("WAITING"),
                row.getBoolean("paused"),
                row.getString("step"),
                row.getString("step_name"),
                row.getLong("unit_id"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                row.getObject("post", UUID.class),
                row.getObject("person", Long.class),
                row.getString("holder"),
                row.getString("role"),
                row.getObject("parent_id", Long.class),
                row.getObject("needs", Integer.class),
                row.getString("returns_to"),
                Matters.instant(row, "started_at"),
                Matters.instant(row, "due_at"));
    }
}
