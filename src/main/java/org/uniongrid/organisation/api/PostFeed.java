package org.uniongrid.organisation.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Masks;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.UnitDirectory.Found;
import org.uniongrid.organisation.api.PostItem.Holder;

/** Posts of one union. Names stand in full only for whoever may read posts. */
@Component
class PostFeed {

    private static final String NAMES = "organisation.post.read";

    private final JdbcClient db;
    private final Clock clock;

    PostFeed(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Bare(long rowId, UUID id, String title, String role) {

        PostItem vacant() {
            return new PostItem(rowId, id, title, role, List.of());
        }
    }

    List<PostItem> rows(Found unit, Actor actor, Position after, int limit) {
        var posts = db.sql("""
                        select o.id as row_id, o.public_id as id, o.title, r.key as role
                        from organisation.post o join organisation.role r on r.id = o.role_id
                        where o.unit_id = :unit and o.id > :id and (o.closed_on is null or o.closed_on > :today)
                        order by o.id limit :limit
                        """)
                .param("unit", unit.id())
                .param("id", after.id())
                .param("today", LocalDate.now(clock))
                .param("limit", limit)
                .query(Bare.class)
                .list();
        var holders = holders(posts.stream().map(Bare::rowId).toArray(Long[]::new));
        var shown = seesNames(actor, unit)
                ? holders
                : holders.stream()
                        .map(holder -> holder.named(Masks.name(holder.name())))
                        .toList();
        return posts.stream().map(post -> post.vacant().heldBy(shown)).toList();
    }

    private static boolean seesNames(Actor actor, Found unit) {
        Reach reach = actor.reach(NAMES);
        return reach.sees(unit.scope());
    }

    private List<Holder> holders(Long[] posts) {
        if (posts.length == 0) return List.of();
        return db.sql("""
                        select t.post_id, n.name, lower(t.during) as since, upper(t.during) as until, t.acting
                        from organisation.tenure t join people.person n on n.id = t.person_id
                        where t.post_id = any (:posts) and t.during @> :today order by t.acting, t.id
                        """)
                .param("posts", posts)
                .param("today", LocalDate.now(clock))
                .query(Holder.class)
                .list();
    }
}
