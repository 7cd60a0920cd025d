package org.uniongrid.organisation.appointments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.RoleName;
import org.uniongrid.people.NameSearch;

/** Whoever holds a post within reach today, in the order of the tree; a person with two posts stands there twice. */
@Component
public class HolderList {

    static final int SIZE = 50;

    /** Counts stop here; a list of more says so. */
    public static final int COUNTED = 10_000;

    /** Not {@code during @> :today}: an index by dates, which nearly all fit, would be taken instead of the order's. */
    private static final String IN_FORCE =
            "lower(t.during) <= :today and (upper_inf(t.during) or upper(t.during) > :today)";

    private static final Keyset ORDER = Keyset.ascending("organisation.tenure", "t", "scope", "id");

    private final JdbcClient db;
    private final NameSearch names;
    private final Clock clock;

    HolderList(JdbcClient db, NameSearch names, Clock clock) {
        this.db = db;
        this.names = names;
        this.clock = clock;
    }

    /** One tenure. The unit is null for a post of the whole cell. */
    public record Row(
            UUID publicId,
            UUID person,
            String name,
            String title,
            String roleKey,
            @Nullable String roleName,
            @Nullable UUID unit,
            @Nullable String unitName,
            LocalDate since,
            boolean acting) {

        public RoleName role() {
            return new RoleName(roleKey, roleName);
        }
    }

    /** What the list is narrowed to; an empty text narrows nothing. */
    public record Filter(String q, @Nullable UUID role) {}

    Page<Row> page(Reach reach, Filter filter, Cursor cursor) {
        var seen = seen(reach, filter);
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql("""
                        select t.public_id, p.public_id as person, p.name, o.title, r.key as role_key, r.name as role_name,
                               u.public_id as unit, u.name as unit_name, lower(t.during) as since, t.acting
                        """ + seen.sql(where(filter), tail.sql()) + """
                        join organisation.post o on o.id = t.post_id
                        join organisation.role r on r.id = t.role_id
                        join people.person p on p.id = t.person_id
                        left join organisation.unit u on u.id = o.unit_id
                        where true""" + tail.sql())
                        .params(values(seen, filter))
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    /** How many there are, counted up to {@value #COUNTED} and one. */
    long count(Reach reach, Filter filter) {
        var seen = seen(reach, filter);
        return db.sql("select count(*) from (select " + seen.sql(where(filter), " limit :limit")
                        + " limit :limit) found")
                .params(values(seen, filter))
                .param("limit", COUNTED + 1)
                .query(Long.class)
                .single();
    }

    /** A role of a post. */
    record Held(UUID publicId, String key, @Nullable String name) {}

    /** The roles that somebody within reach holds or held. */
    List<Held> roles(Reach reach) {
        var seen = new Seen(reach, Optional.empty());
        return db.sql("select r.public_id, r.key, r.name from organisation.role r where exists (select "
                        + seen.sql("and t.role_id = r.id", " limit 1") + ") order by r.id")
                .params(seen.values())
                .query(Held.class)
                .list();
    }

    private Seen seen(Reach reach, Filter filter) {
        return new Seen(reach, Optional.of(filter.q()).filter(q -> !q.isEmpty()).map(names::find));
    }

    private Map<String, @Nullable Object> values(Seen seen, Filter filter) {
        var values = seen.values();
        values.put("today", LocalDate.now(clock));
        values.put("role", filter.role());
        return values;
    }

    private static String where(Filter filter) {
        return "and " + IN_FORCE
                + (filter.role() == null
                        ? ""
                        : " and t.role_id = (select id from organisation.role where public_id = :role)");
    }
}
