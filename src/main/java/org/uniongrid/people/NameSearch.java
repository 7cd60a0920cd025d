package org.uniongrid.people;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.foundation.Unscoped;

/** Finds people by parts of their names. */
@Component
public class NameSearch {

    /** Of a name that more have than these, not everybody is named. */
    public static final int MOST = 2_000;

    private final JdbcClient db;

    NameSearch(JdbcClient db) {
        this.db = db;
    }

    /**
     * Whose names have all words that were typed.
     *
     * @param words what was looked for, word by word
     * @param persons up to {@value #MOST} of them
     * @param areAll whether there are no more
     */
    public record Found(List<String> words, List<Long> persons, boolean areAll) {}

    @Unscoped("ids alone: whoever asks shows what their reach sees of them")
    public Found find(String typed) {
        var words = Bigrams.words(typed);
        var persons = db.sql("""
                        select p.id from people.person p
                        where people.pairs(p.name) @> people.pairs_sought(:words)
                          and not exists (select from unnest(:words) w where strpos(lower(p.name), lower(w)) = 0)
                        limit :limit
                        """)
                .param("words", words.toArray(String[]::new))
                .param("limit", MOST + 1)
                .query(Long.class)
                .list();
        var areAll = persons.size() <= MOST;
        return new Found(words, areAll ? persons : persons.subList(0, MOST), areAll);
    }
}
