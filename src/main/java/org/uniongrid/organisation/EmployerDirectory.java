package org.uniongrid.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;

/** Finds employers of the register, for the rooms of this module and for other modules. An entry that was merged away is none. */
@Component
public class EmployerDirectory {

    private static final int CHOICES = 20;
    private static final int LOOKED_AT = 2_000;

    private static final String EMPLOYER =
            "select e.id, e.public_id, e.name, e.uscc, e.state, e.scope from organisation.employer e ";

    private final JdbcClient db;

    EmployerDirectory(JdbcClient db) {
        this.db = db;
    }

    /**
     * An employer that was found within somebody's reach.
     *
     * @param scope where it stands: by the union that covers it today, or else by its seat
     */
    public record Found(
            long id, UUID publicId, String name, @Nullable String uscc, EmployerState state, Scope scope) {}

    /**
     * The employer with this public id.
     *
     * @throws NoSuchElementException where there is none within reach
     */
    public Found find(UUID id, Reach reach) {
        return db.sql(EMPLOYER + "where e.public_id = :id and organisation.sees(:reach, e.scope)")
                .param("id", id)
                .param("reach", reach.asArray())
                .query((row, number) -> found(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No employer " + id));
    }

    /** Employers whose name or code has these words, shortest name first, at most {@value #CHOICES}; of words that very many have, some. */
    public List<Found> withWords(String words, Reach reach) {
        var query = Bigrams.query(words);
        if (query.isEmpty()) return List.of();
        return db.sql("select * from (" + EMPLOYER + """
                        where e.search @@ :query::tsquery
                          and not exists (select from unnest(:words) as w
                                          where strpos(lower(e.name), lower(w)) = 0 and coalesce(strpos(e.uscc, upper(w)), 0) = 0)
                          and organisation.sees(:reach, e.scope)
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

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                row.getString("uscc"),
                EmployerState.valueOf(row.getString("state")),
                new Scope(row.getString("scope")));
    }
}
