package org.uniongrid.organisation.committees;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.people.NameSearch;

/** People who may be chosen for a committee: those who hold or held a post, or sit or sat in one, within reach. */
@Component
public class KnownPeople {

    /** No more are shown than these; a longer name finds the others. */
    private static final int SHOWN = 20;

    private static final String PERSON = """
            select p.id, p.public_id, p.name,
                   (select string_agg(distinct u.name || ' · ' || o.title, E'\\n')
                    from organisation.tenure t join organisation.post o on o.id = t.post_id
                    join organisation.unit u on u.id = o.unit_id
                    where t.person_id = p.id and t.during @> :today and organisation.sees(:reach, u.scope)) as posts
            from people.person p
            """;
    private static final String SEEN = """
             and (exists (select from organisation.tenure t where t.person_id = p.id and t.scope <> '/'
                          and organisation.sees(:reach, t.scope))
               or exists (select from organisation.committee_member m join organisation.committee c on c.id = m.committee_id
                          join organisation.unit u on u.id = c.unit_id
                          where m.person_id = p.id and organisation.sees(:reach, u.scope)))
            """;

    private final JdbcClient db;
    private final NameSearch names;
    private final Clock clock;

    KnownPeople(JdbcClient db, NameSearch names, Clock clock) {
        this.db = db;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Somebody who may be chosen.
     *
     * @param posts what they hold today within reach, one in a line, so that two of a name can be told apart
     */
    public record Known(
            long id, UUID publicId, String name, @Nullable String posts) {}

    List<Known> named(String words, Reach reach) {
        var found = names.find(words);
        return db.sql(PERSON + "where p.id = any (:persons)" + SEEN + " order by p.id limit :shown")
                .param("persons", found.persons().toArray(Long[]::new))
                .param("reach", reach.asArray())
                .param("today", LocalDate.now(clock))
                .param("shown", SHOWN)
                .query(Known.class)
                .list();
    }

    Optional<Known> find(UUID id, Reach reach) {
        return db.sql(PERSON + "where p.public_id = :id" + SEEN)
                .param("id", id)
                .param("reach", reach.asArray())
                .param("today", LocalDate.now(clock))
                .query(Known.class)
                .optional();
    }
}
