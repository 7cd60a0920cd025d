package org.uniongrid.organisation.appointments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;

/** People who may be chosen for a post: those who hold or held one within the reach of whoever appoints. */
@Component
class Candidates {

    private static final String PERSON = """
            select p.id, p.public_id, p.name,
                   string_agg(distinct coalesce(u.name || ' · ', '') || o.title, E'\\n') filter (where t.during @> current_date) as posts
            from organisation.tenure t
            join organisation.post o on o.id = t.post_id
            left join organisation.unit u on u.id = o.unit_id
            join people.person p on p.id = t.person_id
            where\s""";

    private final JdbcClient db;

    Candidates(JdbcClient db) {
        this.db = db;
    }

    /**
     * Somebody who may be chosen.
     *
     * @param posts what they hold today within reach, one in a line, so that two of a name can be told apart
     */
    public record Candidate(
            long id, UUID publicId, String name, @Nullable String posts) {}

    List<Candidate> named(String words, Reach reach) {
        return db.sql(
                        PERSON + Sight.of(reach)
                                + " and strpos(p.name, :words) > 0 group by p.id order by length(p.name), p.name, p.id limit :limit")
                .param("reach", reach.asArray())
                .param("words", words)
                .param("limit", PostBook.FOUND)
                .query(Candidate.class)
                .list();
    }

    Optional<Candidate> find(UUID id, Reach reach) {
        return db.sql(PERSON + Sight.of(reach) + " and p.public_id = :id group by p.id")
                .param("reach", reach.asArray())
                .param("id", id)
                .query(Candidate.class)
                .optional();
    }
}
