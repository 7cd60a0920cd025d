package org.uniongrid.access.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.NameSearch;

/** People who hold a post and have no account. Reads only. */
@Component
public class PeopleWithoutAccount {

    static final int MOST = 20;

    private static final String CANDIDATE = """
            select p.id, p.public_id, p.name,
                   string_agg(coalesce(u.name || ' · ', '') || o.title, E'\\n' order by t.id) as post
            from people.person p
            join organisation.tenure t on t.person_id = p.id and t.during @> :today
            join organisation.post o on o.id = t.post_id
            left join organisation.unit u on u.id = o.unit_id
            where not exists (select from access.account a where a.person_id = p.id)
            """;

    private final JdbcClient db;
    private final NameSearch names;
    private final Clock clock;

    PeopleWithoutAccount(JdbcClient db, NameSearch names, Clock clock) {
        this.db = db;
        this.names = names;
        this.clock = clock;
    }

    /** Somebody an account can be opened for. */
    public record Candidate(long id, UUID publicId, String name, String post) {}

    /** By a part of the name; the first of many. */
    List<Candidate> named(Reach reach, String part) {
        if (!(reach instanceof Reach.Cell) || part.isBlank()) return List.of();
        return db.sql(CANDIDATE + " and p.id = any (:found) group by p.id order by p.name, p.id limit :most")
                .param("today", LocalDate.now(clock))
                .param("found", names.find(part).persons().toArray(Long[]::new))
                .param("most", MOST)
                .query(Candidate.class)
                .list();
    }

    Optional<Candidate> find(Reach reach, UUID person) {
        if (!(reach instanceof Reach.Cell)) return Optional.empty();
        return db.sql(CANDIDATE + " and p.public_id = :person group by p.id")
                .param("today", LocalDate.now(clock))
                .param("person", person)
                .query(Candidate.class)
                .optional();
    }

    /** A login nobody has, for those who have no better one in mind. */
    @Unscoped("tells nothing but that a login is free")
    String freeLogin() {
        for (int number = start(); ; number++) {
            var login = "gh" + number;
            if (isFree(login)) return login;
        }
    }

    @Unscoped("tells nothing but that a login is free")
    boolean isFree(String login) {
        return db.sql("select not exists (select from access.account where login = ?)")
                .param(login)
                .query(Boolean.class)
                .single();
    }

    private static int start() {
        return RandomGenerator.getDefault().nextInt(10_000, 90_000);
    }
}
