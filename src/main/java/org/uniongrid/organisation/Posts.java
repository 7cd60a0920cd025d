package org.uniongrid.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;

/** Posts in unions and in the cell, and who holds them. */
@Component
public class Posts {

    private final JdbcClient db;
    private final Clock clock;

    Posts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The posts a person holds today, oldest first. */
    @Unscoped("a reach follows from these")
    public List<Actor.Post> heldBy(long personId) {
        return db.sql("""
                        select p.public_id, r.key, r.reach, p.title, r.permissions, u.public_id as unit,
                               u.name as unit_name, u.scope, u.category = 'GUEST' as guest
                        from organisation.tenure t
                        join organisation.post p on p.id = t.post_id
                        join organisation.role r on r.id = p.role_id
                        left join organisation.unit u on u.id = p.unit_id
                        where t.person_id = :person and t.during @> :today and (p.cell_wide or u.scope is not null or u.category = 'GUEST')
                        order by t.id
                        """)
                .param("person", personId)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> post(row, personId))
                .list();
    }

    private static Actor.Post post(ResultSet row, long person) throws SQLException {
        var path = row.getString("scope");
        var scope = path == null ? null : new Scope(path);
        var id = row.getObject("public_id", UUID.class);
        return new Actor.Post(
                id,
                row.getString("key"),
                row.getString("title"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                scope,
                Extent.valueOf(row.getString("reach")).of(person, id, scope, row.getBoolean("guest")),
                Set.of((String[]) row.getArray("permissions").getArray()));
    }

    /** Who holds a post of this role in a unit today; the one who came first where there are several. */
    @Unscoped("names nobody: only the id of a person")
    public Optional<Long> holder(UUID unit, String role) {
        return db.sql("""
                        select t.person_id from organisation.tenure t
                        join organisation.post p on p.id = t.post_id
                        join organisation.role r on r.id = p.role_id and r.key = :role
                        join organisation.unit u on u.id = p.unit_id and u.public_id = :unit
                        where t.during @> :today order by t.acting, t.id limit 1
                        """)
                .param("role", role)
                .param("unit", unit)
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .optional();
    }

    /**
     * Makes a post and appoints a person to it from today.
     *
     * @param unit the unit it stands in, or null for a post of the whole cell
     */
    @Transactional
    @Unscoped("gives out nothing of what it reads")
    public void appoint(long personId, String role, @Nullable UUID unit, String title) {
        var post = db.sql("""
                        insert into organisation.post (unit_id, role_id, cell_wide, title)
                        select u.id, r.id, r.cell_wide, :title
                        from organisation.role r left join organisation.unit u on u.public_id = :unit
                        where r.key = :role
                        returning id
                        """)
                .param("unit", unit)
                .param("role", role)
                .param("title", title)
                .query(Long.class)
                .single();
        db.sql("insert into organisation.tenure (post_id, person_id, during) values (?, ?, daterange(?, null))")
                .params(post, personId, LocalDate.now(clock))
                .update();
    }
}
