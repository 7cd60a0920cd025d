package org.uniongrid.organisation.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.NameSearch;

/** Unions by the name of their chair. */
@Component
class Chairs {

    private static final int SHORTEST = 2;

    /** No name is longer. */
    private static final int LONGEST = 100;

    private final NameSearch names;
    private final JdbcClient db;
    private final Clock clock;

    Chairs(NameSearch names, JdbcClient db, Clock clock) {
        this.names = names;
        this.db = db;
        this.clock = clock;
    }

    /** Ids of unions whose chair's name has all that was typed, by words of two characters at least. */
    @Unscoped("ids alone: the list shows those of them that its reader reaches")
    List<Long> of(String typed) {
        if (typed.length() > LONGEST) return List.of();
        var words = Bigrams.words(typed);
        if (words.isEmpty() || words.stream().anyMatch(word -> !mayBeName(word))) return List.of();
        return db.sql("""
                        select distinct o.unit_id from organisation.tenure t
                        join organisation.post o on o.id = t.post_id and o.unit_id is not null
                        join organisation.role r on r.id = o.role_id and r.key = 'union-chair'
                        where t.person_id = any (:persons) and t.during @> :today
                        """)
                .param("persons", names.find(typed).persons().toArray(Long[]::new))
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list();
    }

    private static boolean mayBeName(String word) {
        return word.codePointCount(0, word.length()) >= SHORTEST
                && word.codePoints().anyMatch(Character::isIdeographic);
    }
}
