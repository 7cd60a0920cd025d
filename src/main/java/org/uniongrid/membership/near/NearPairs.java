package org.uniongrid.membership.near;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Span;

/** Pairs of records that may be one person, both within reach, in the order of the tree. Reads only. */
@Component
public class NearPairs {

    static final int SIZE = 30;

    /** Counts stop here. */
    static final int COUNTED = 1_000;

    private static final Keyset ORDER = Keyset.ascending("membership.near_pair", "p", "one_scope", "id");

    private static final String COLUMNS = """
            select p.public_id, p.likeness, a.id as one_id, a.public_id as one, a.name as one_name, b.id as other_id, b.public_id as other,
                b.name as other_name, (%s) as one_union, (%s) as other_union, p.apart_words
            """.formatted(union("a"), union("b"));

    private static final String PERSONS =
            " join people.person a on a.id = p.one_id join people.person b on b.id = p.other_id ";

    private final JdbcClient db;

    NearPairs(JdbcClient db) {
        this.db = db;
    }

    private static String union(String person) {
        return "select u.name from membership.stay s join organisation.unit u on u.id = s.unit_id where s.person_id = "
                + person + ".id order by s.until is null desc, s.id desc limit 1";
    }

    /** Two records and what is alike in them. */
    public record Row(
            UUID publicId,
            String likeness,
            long oneId,
            UUID one,
            String oneName,
            long otherId,
            UUID other,
            String otherName,
            String oneUnion,
            String otherUnion,
            @org.jspecify.annotations.Nullable String apartWords) {

        /** Message key of what is alike. */
        public String key() {
            return "near.likeness."
                    + likeness.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Those to decide about, or those that were set apart. Each range of the reach is read by the index of the order. */
    Page<Row> page(Reach reach, boolean apart, Cursor cursor) {
        var spans = reach.spans();
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql(COLUMNS + """
                        from unnest(:from, :to) as r(low, high) cross join lateral (
                            select p.* from membership.near_pair p
                            where p.one_scope >= r.low collate "C" and p.one_scope < r.high collate "C"
                              and organisation.sees(:reach, p.other_scope) and p.apart_at is
                        """ + (apart ? "not null" : "null") + tail.sql() + ") p " + PERSONS
                                + " where true" + tail.sql())
                        .param("reach", reach.asArray())
                        .param("from", spans.stream().map(Span::from).toArray(String[]::new))
                        .param("to", spans.stream().map(Span::to).toArray(String[]::new))
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    /** How many there are of which one record lies within reach and the other does not, up to {@value #COUNTED}. */
    int halfSeen(Reach reach) {
        var spans = reach.spans();
        return db.sql("""
                        select count(*) from (
                            (select from unnest(:from, :to) as r(low, high) join membership.near_pair p
                                on p.one_scope >= r.low collate "C" and p.one_scope < r.high collate "C"
                            where p.apart_at is null and not organisation.sees(:reach, p.other_scope) limit :most)
                            union all
                            (select from unnest(:from, :to) as r(low, high) join membership.near_pair p
                                on p.other_scope >= r.low collate "C" and p.other_scope < r.high collate "C"
                            where p.apart_at is null and not organisation.sees(:reach, p.one_scope) limit :most)
                            limit :most) found
                        """)
                .param("reach", reach.asArray())
                .param("from", spans.stream().map(Span::from).toArray(String[]::new))
                .param("to", spans.stream().map(Span::to).toArray(String[]::new))
                .param("most", COUNTED)
                .query(Integer.class)
                .single();
    }

    /** @throws NoSuchElementException where one of the two is out of reach */
    Row find(UUID id, Reach reach) {
        return db.sql(COLUMNS + " from membership.near_pair p " + PERSONS + """
                        where p.public_id = :id and organisation.sees(:reach, p.one_scope) and organisation.sees(:reach, p.other_scope)
                        """)
                .param("id", id)
                .param("reach", reach.asArray())
                .query(Row.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No pair " + id));
    }
}
