package org.uniongrid.organisation.duplicates;

import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Span;

/** Pairs of entries that may be one employer, both within reach, in the order of the tree. Reads only. */
@Component
public class PairList {

    static final int SIZE = 30;

    private static final Keyset ORDER = Keyset.ascending("organisation.employer_pair", "p", "scope", "id");

    private static final String COLUMNS = """
            select p.public_id, p.likeness, a.uscc is null or b.uscc is null as lacks_code,
                   a.public_id as one, a.name as one_name, a.uscc as one_uscc, a.staff as one_staff, a.address as one_address,
                   ua.name as one_union,
                   b.public_id as other, b.name as other_name, b.uscc as other_uscc, b.staff as other_staff, b.address as other_address,
                   ub.name as other_union
            """;

    private static final String ENTRIES = """
            join organisation.employer a on a.id = p.one_id and organisation.sees(:reach, a.scope)
            join organisation.employer b on b.id = p.other_id and organisation.sees(:reach, b.scope)
            left join organisation.unit ua on ua.id = a.union_id
            left join organisation.unit ub on ub.id = b.union_id
            """;

    private final JdbcClient db;

    PairList(JdbcClient db) {
        this.db = db;
    }

    /** Two entries and what is alike in them. */
    public record Row(
            UUID publicId,
            String likeness,
            boolean lacksCode,
            UUID one,
            String oneName,
            @Nullable String oneUscc,
            @Nullable Integer oneStaff,
            @Nullable String oneAddress,
            @Nullable String oneUnion,
            UUID other,
            String otherName,
            @Nullable String otherUscc,
            @Nullable Integer otherStaff,
            @Nullable String otherAddress,
            @Nullable String otherUnion) {

        /** The one that stays unless people choose otherwise: with a code rather than without, and else with a union. */
        private boolean keepsOne() {
            if ((oneUscc == null) != (otherUscc == null)) return oneUscc != null;
            return oneUnion != null || otherUnion == null;
        }

        public String merge() {
            var stays = keepsOne() ? one : other;
            return "/organisation/employers/" + stays + "/merge/" + (keepsOne() ? other : one);
        }

        /** Message key of what is alike. */
        public String key() {
            var key = "employer.pair.likeness." + likeness.toLowerCase(Locale.ROOT);
            return likeness.equals("SAME_NAME") && lacksCode ? key + ".no-code" : key;
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
                            select p.* from organisation.employer_pair p
                            join organisation.employer o on o.id = p.other_id and organisation.sees(:reach, o.scope)
                            where p.scope >= r.low collate "C" and p.scope < r.high collate "C" and p.apart_on is
                        """ + (apart ? "not null" : "null") + tail.sql() + ") p " + ENTRIES
                                + " where true" + tail.sql())
                        .param("reach", reach.asArray())
                        .param("from", spans.stream().map(Span::from).toArray(String[]::new))
                        .param("to", spans.stream().map(Span::to).toArray(String[]::new))
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    Row find(UUID id, Reach reach) {
        return db.sql(COLUMNS + "from organisation.employer_pair p " + ENTRIES + " where p.public_id = :id")
                .param("id", id)
                .param("reach", reach.asArray())
                .query(Row.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No pair " + id));
    }
}
