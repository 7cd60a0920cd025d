package org.uniongrid.organisation.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Extent;
import org.uniongrid.organisation.RoleName;

/** Posts and whoever holds, held or will hold them. Reads only. */
@Component
class PostBook {

    /** A search by name shows no more than these; a longer name finds the others. */
    static final int FOUND = 20;

    private static final int LOOKED_AT = 2_000;

    private static final String UNIT = """
            select u.id as unit_id, u.public_id as unit, u.name as unit_name, u.scope from organisation.unit u
            """;
    private static final String POST = """
            select o.id, o.public_id, o.title, o.closed_on, r.id as role_id, r.public_id as role_public_id, r.key, r.name,
                   r.reach, r.permissions, u.id as unit_id, u.public_id as unit, u.name as unit_name, u.scope
            from organisation.post o
            join organisation.role r on r.id = o.role_id
            left join organisation.unit u on u.id = o.unit_id
            """;
    private static final String TENURE = """
            select t.id, t.public_id, t.post_id, t.person_id, p.public_id as person, p.name,
                   lower(t.during) as since, upper(t.during) as until, t.acting, t.ended_for
            from organisation.tenure t join people.person p on p.id = t.person_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    PostBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    PostUnit unit(UUID id, Reach reach) {
        return db.sql(UNIT + "where u.public_id = :id and " + seen(reach))
                .param("id", id)
                .param("reach", reach.asArray())
                .query((row, number) -> unit(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No unit " + id));
    }

    /** Units whose name has these words, shortest name first; of words that very many have, some. */
    List<PostUnit> unitsNamed(String words, Reach reach) {
        return db.sql("select * from (" + UNIT + """
                        where u.search @@ :query::tsquery
                          and not exists (select from unnest(:words) as w where strpos(lower(u.name), lower(w)) = 0)
                          and\s""" + seen(reach)
                        + " limit :most) found order by length(unit_name), unit_id limit :limit")
                .param("query", Bigrams.query(words))
                .param("words", Bigrams.words(words).toArray(String[]::new))
                .param("reach", reach.asArray())
                .param("most", LOOKED_AT)
                .param("limit", FOUND)
                .query((row, number) -> unit(row))
                .list();
    }

    private static String seen(Reach reach) {
        return switch (reach) {
            case Reach.Cell _ -> "true";
            case Reach.Units _ -> "organisation.sees(:reach, u.scope)";
            case Reach.Self _, Reach.Matters _, Reach.Receipt _ -> "false";
        };
    }

    /** The posts of a unit: those in use first. */
    List<HeldPost> of(PostUnit unit) {
        return held(db.sql(POST + "where o.unit_id = ? order by o.closed_on is not null, o.id")
                .param(unit.id())
                .query(PostBook::post)
                .list());
    }

    /** The posts of the whole cell, for whoever reaches it. */
    List<HeldPost> ofTheCell(Reach reach) {
        if (!(reach instanceof Reach.Cell)) return List.of();
        return held(db.sql(POST + "where o.cell_wide order by o.closed_on is not null, o.role_id, o.id")
                .query(PostBook::post)
                .list());
    }

    Post post(UUID id, Reach reach) {
        return db.sql(POST + "where o.public_id = :id and " + Sight.of(reach))
                .param("id", id)
                .param("reach", reach.asArray())
                .query(PostBook::post)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No post " + id));
    }

    Tenure tenure(UUID id, Reach reach) {
        return db.sql(TENURE + " join organisation.post o on o.id = t.post_id where t.public_id = :id and "
                        + Sight.of(reach))
                .param("id", id)
                .param("reach", reach.asArray())
                .query(Tenure.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No tenure " + id));
    }

    Post postOf(Tenure tenure) {
        return db.sql(POST + "where o.id = ?")
                .param(tenure.postId())
                .query(PostBook::post)
                .single();
    }

    /** Everything a person holds or held within reach, today's first. */
    List<HeldPost> heldBy(UUID person, Reach reach) {
        var tenures = db.sql(TENURE + " join organisation.post o on o.id = t.post_id where p.public_id = :person and "
                        + Sight.of(reach) + " order by lower(t.during) desc, t.id desc")
                .param("person", person)
                .param("reach", reach.asArray())
                .query(Tenure.class)
                .list();
        var today = LocalDate.now(clock);
        return tenures.stream()
                .map(tenure -> new HeldPost(postOf(tenure), List.of(tenure), today))
                .toList();
    }

    private List<HeldPost> held(List<Post> posts) {
        var today = LocalDate.now(clock);
        Map<Long, List<Tenure>> tenures = db
                .sql(TENURE + "where t.post_id = any (?) order by t.acting, t.during, t.id")
                .param(posts.stream().map(Post::id).toArray(Long[]::new))
                .query(Tenure.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Tenure::postId));
        return posts.stream()
                .map(post -> new HeldPost(post, tenures.getOrDefault(post.id(), List.of()), today))
                .toList();
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        var role = new PostRole(
                row.getLong("role_id"),
                row.getObject("role_public_id", UUID.class),
                new RoleName(row.getString("key"), row.getString("name")),
                Extent.valueOf(row.getString("reach")),
                Set.of((String[]) row.getArray("permissions").getArray()));
        return new Post(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("title"),
                role,
                row.getObject("unit", UUID.class) == null ? null : unit(row),
                row.getObject("closed_on", LocalDate.class));
    }

    private static PostUnit unit(ResultSet row) throws SQLException {
        return new PostUnit(
                row.getLong("unit_id"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                scope(row.getString("scope")));
    }

    private static @Nullable Scope scope(@Nullable String path) {
        return path == null ? null : new Scope(path);
    }
}
