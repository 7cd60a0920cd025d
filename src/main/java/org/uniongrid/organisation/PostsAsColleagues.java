package org.uniongrid.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Colleagues;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;

/** Colleagues are known by the posts they hold today. */
@Component
@Unscoped("names nobody: acts for a person in their own post, and gives out ids of persons only")
class PostsAsColleagues implements Colleagues {

    private static final int MOST = 50;

    private final Posts posts;
    private final JdbcClient db;
    private final Clock clock;

    PostsAsColleagues(Posts posts, JdbcClient db, Clock clock) {
        this.posts = posts;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Optional<Actor> acting(long personId, UUID post) {
        var held = posts.heldBy(personId);
        return held.stream()
                .filter(one -> one.id().equals(post))
                .findFirst()
                .map(chosen -> new Actor(personId, name(personId), held, chosen));
    }

    private String name(long personId) {
        return db.sql("select name from people.person where id = ?")
                .param(personId)
                .query(String.class)
                .single();
    }

    @Override
    public List<Long> permitted(String permission, Scope unit) {
        return db.sql("""
                        select distinct t.person_id
                        from (
                            select p.id, p.role_id from organisation.post p where p.unit_id is null
                            union all
                            select p.id, p.role_id from organisation.post p where p.unit_id in (
                                select ('x' || lpad(x, 16, '0'))::bit(64)::bigint
                                from unnest(string_to_array(trim('/' from :path), '/')) as x)) p
                        join organisation.role r on r.id = p.role_id and :permission = any (r.permissions)
                            and r.reach in ('BELOW', 'CELL')
                        join organisation.tenure t on t.post_id = p.id and t.during @> :today
                        limit :limit
                        """)
                .param("permission", permission)
                .param("today", LocalDate.now(clock))
                .param("path", unit.path())
                .param("limit", MOST)
                .query(Long.class)
                .list();
    }
}
