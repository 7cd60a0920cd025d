package org.uniongrid.organisation.appointments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.people.NameSearch;

/** People who may be chosen for a post: those who hold or held one within the reach of whoever appoints. */
@Component
class Candidates {

    /** Of a name that many have, no more tenures than these are gone through. */
    private static final int LOOKED_AT = 30;

    private static final String PERSON = """
            select p.id, p.public_id, p.name,
                   string_agg(distinct coalesce(u.name || ' · ', '') || o.title, E'\\n') filter (where t.during @> current_date) as posts
            """;
    private static final String JOINED = """
            join organisation.post o on o.id = t.post_id
            left join organisation.unit u on u.id = o.unit_id
            join people.person p on p.id = t.person_id
            """;

    private final JdbcClient db;
    private final NameSearch names;

    Candidates(JdbcClient db, NameSearch names) {
        this.db = db;
        this.names = names;
    }

    /**
     * Somebody who may be chosen.
     *
     * @param posts what they hold today within reach, one in a line, so that two of a name can be told apart
     */
    public record Candidate(
            long id, UUID publicId, String name, @Nullable String posts) {}

    /** Whose names have these words, shortest first. */
    List<Candidate> named(String words, Reach reach) {
        var found = names.find(words);
        var seen = new Seen(reach, Optional.of(found));
        return db.sql(PERSON + seen.sql("", found.areAll() ? "" : " order by t.scope, t.id limit " + LOOKED_AT) + JOINED
                        + "group by p.id order by length(p.name), p.name, p.id limit :limit")
                .params(seen.values())
                .param("limit", PostBook.FOUND)
                .query(Candidate.class)
                .list();
    }

    Optional<Candidate> find(UUID id, Reach reach) {
        return db.sql(PERSON + "from organisation.tenure t " + JOINED + "where " + Sight.of(reach)
                        + " and p.public_id = :id group by p.id")
                .param("reach", reach.asArray())
                .param("id", id)
                .query(Candidate.class)
                .optional();
    }
}
