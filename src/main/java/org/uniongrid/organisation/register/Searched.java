package org.uniongrid.organisation.register;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.SearchText;

/**
 * What was typed into a search field, as a condition on a table whose rows have a name, a code and a search text: each
 * word stands in the name or the code, or is initials of the name. Two characters are found by the index alone, also where
 * a dash stands between them.
 */
record Searched(String condition, Map<String, @Nullable Object> values) {

    static Searched in(String alias, String code, String typed) {
        var condition = "%1$s.search @@ :query::tsquery";
        if (!SearchText.wordsToLookFor(typed).isEmpty())
            condition = "(" + condition
                    + " and not exists (select from unnest(:words::text[], :initials::text[])"
                    + " as w(word, initials) where strpos(lower(normalize(%1$s.name, NFKC)), lower(normalize(w.word, NFKC))) = 0"
                    + " and coalesce(strpos(%1$s.%2$s, upper(w.word)), 0) = 0"
                    + " and not coalesce(%1$s.search @@ nullif(w.initials, '')::tsquery, false)))";
        var values = new HashMap<String, @Nullable Object>();
        values.put("query", SearchText.query(typed));
        values.put("words", each(typed, SearchText.Word::text));
        values.put("initials", each(typed, SearchText.Word::initials));
        return new Searched(condition.formatted(alias, code), values);
    }

    private static String[] each(String typed, Function<SearchText.Word, String> part) {
        return SearchText.wordsToLookFor(typed).stream().map(part).toArray(String[]::new);
    }
}
