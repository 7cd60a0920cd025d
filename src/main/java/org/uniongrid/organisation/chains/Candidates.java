package org.uniongrid.organisation.chains;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.foundation.Reach;

/** Employers within reach that may be put into a chain. */
@Component
public class Candidates {

    /** A search shows no more than these; a longer name finds the others. */
    static final int FOUND = 20;

    private static final int LOOKED_AT = 2_000;

    private static final String CANDIDATE = """
            select e.id, e.public_id, e.name, e.uscc,
                   (select d.name from organisation.division d
                    where d.code = organisation.district(e.division, e.scope)) as region,
                   e.union_id is null as without,
                   (select m.position from organisation.chain_member m
                    where m.chain_id = :chain and m.employer_id = e.id and m.during @> :today) as position
            from\s""";

    private final JdbcClient db;
    private final Clock clock;

    Candidates(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * An employer that might stand in a chain.
     *
     * @param position where it stands in this chain today, or null
     */
    public record Candidate(
            long id,
            UUID publicId,
            String name,
            @Nullable String uscc,
            @Nullable String region,
            boolean without,
            @Nullable Position position) {}

    /** By words of the name or by the credit code, shortest name first; of words that very many have, some. */
    List<Candidate> withWords(String words, Chain chain, Reach reach) {
        var query = Bigrams.query(words);
        if (query.isEmpty()) return List.of();
        return db.sql(CANDIDATE + """
                        (select * from organisation.employer e
                        where e.search @@ :query::tsquery
                          and not exists (select from unnest(:words) as w
                                          where strpos(lower(e.name), lower(w)) = 0 and coalesce(strpos(e.uscc, upper(w)), 0) = 0)
                          and organisation.sees(:reach, e.scope) and e.merged_into is null
                        limit :most) e order by length(e.name), e.id limit :limit
                        """)
                .param("query", query)
                .param("words", Bigrams.words(words).toArray(String[]::new))
                .param("chain", chain.id())
                .param("today", LocalDate.now(clock))
                .param("reach", reach.asArray())
                .param("most", LOOKED_AT)
                .param("limit", FOUND)
                .query(Candidate.class)
                .list();
    }

    Optional<Candidate> find(UUID id, Chain chain, Reach reach) {
        return db.sql(CANDIDATE
                        + " organisation.employer e where e.public_id = :id and organisation.sees(:reach, e.scope)")
                .param("id", id)
                .param("chain", chain.id())
                .param("today", LocalDate.now(clock))
                .param("reach", reach.asArray())
                .query(Candidate.class)
                .optional();
    }
}
