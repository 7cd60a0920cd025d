package org.uniongrid.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;

/** Finds units that stand in the tree today, for the rooms of this module and for other modules. */
@Component
public class UnitDirectory {

    private static final int CHOICES = 20;
    private static final int LOOKED_AT = 2_000;

    private static final String UNIT =
            "select u.id, u.public_id, u.name, u.category, u.scope from organisation.unit u ";

    private final JdbcClient db;

    UnitDirectory(JdbcClient db) {
        this.db = db;
    }

    /** A unit that was found within somebody's reach. */
    public record Found(long id, UUID publicId, String name, Category category, Scope scope) {}

    /**
     * The unit with this public id.
     *
     * @throws NoSuchElementException where there is none within reach
     */
    public Found find(UUID id, Reach reach) {
        return db.sql(UNIT + "where u.public_id = :id and u.id in (select unit_id from organisation.within(:reach))")
                .param("id", id)
                .param("reach", reach.asArray())
                .query((row, number) -> found(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No unit " + id));
    }

    /** Units whose name has these words, shortest name first, at most {@value #CHOICES}; of words that very many have, some. */
    public List<Found> withWords(String words, Reach reach) {
        var query = Bigrams.query(words);
        if (query.isEmpty()) return List.of();
        return db.sql("select * from (" + UNIT + """
                        where u.search @@ :query::tsquery
                          and not exists (select from unnest(:words) as w where strpos(lower(u.name), lower(w)) = 0)
                          and u.id in (select unit_id from organisation.within(:reach))
                        limit :most) found order by length(name), id limit :limit
                        """)
                .param("query", query)
                .param("words", Bigrams.words(words).toArray(String[]::new))
                .param("reach", reach.asArray())
                .param("most", LOOKED_AT)
                .param("limit", CHOICES)
                .query((row, number) -> found(row))
                .list();
    }

    /** Where a reach begins: the units of the posts, or the roots of the whole cell. */
    public List<Found> tops(Reach reach) {
        var where = switch (reach) {
            case Reach.Cell _ ->
                "join organisation.place p on p.unit_id = u.id and p.line_id = 1 and p.path is not null and p.parent_id is null";
            case Reach.Units _ -> "where u.scope = any (:tops)";
            case Reach.Self _, Reach.Matters _, Reach.Receipt _ -> "where false";
        };
        var tops = reach instanceof Reach.Units units ? units.tops() : List.<Scope>of();
        return db.sql(UNIT + where + " order by u.scope")
                .param("tops", tops.stream().map(Scope::path).toArray(String[]::new))
                .query((row, number) -> found(row))
                .list();
    }

    /** From the top of the reach down to the unit above this one. */
    public List<Found> above(Found unit, Reach reach) {
        return db.sql(UNIT + """
                        where u.id in (
                            select ('x' || s)::bit(64)::bigint
                            from (select lpad(x, 16, '0') as s from unnest(string_to_array(trim('/' from :path), '/')) x) steps)
                          and u.id <> :id and u.id in (select unit_id from organisation.within(:reach))
                        order by length(u.scope)
                        """)
                .param("path", unit.scope().path())
                .param("id", unit.id())
                .param("reach", reach.asArray())
                .query((row, number) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                Category.valueOf(row.getString("category")),
                new Scope(row.getString("scope")));
    }

    /** The unit of this full name; empty where there is none within reach, or more than one. */
    public Optional<UUID> named(String name, Reach reach) {
        var found = db.sql("""
                        select public_id from organisation.unit
                        where name = :name and id in (select unit_id from organisation.within(:reach)) limit 2
                        """)
                .param("name", name)
                .param("reach", reach.asArray())
                .query(UUID.class)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
