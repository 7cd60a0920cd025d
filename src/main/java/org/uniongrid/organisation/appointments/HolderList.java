package org.uniongrid.organisation.appointments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.RoleName;

/** Whoever holds a post within reach today, the latest appointed first; a person with two posts stands there twice. */
@Component
public class HolderList {

    static final int SIZE = 50;

    private static final Keyset ORDER = Keyset.descending("organisation.tenure", "t", "id");
    private static final String FROM = """
            from organisation.tenure t
            join organisation.post o on o.id = t.post_id
            join organisation.role r on r.id = o.role_id
            join people.person p on p.id = t.person_id
            left join organisation.unit u on u.id = o.unit_id
            where t.during @> :today and\s""";

    private final JdbcClient db;
    private final Clock clock;

    HolderList(JdbcClient db, Clock clock) {
        this.db = db;
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
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql("""
                        select t.public_id, p.public_id as person, p.name, o.title, r.key as role_key, r.name as role_name,
                               u.public_id as unit, u.name as unit_name, lower(t.during) as since, t.acting
                        """ + FROM + where(reach, filter) + tail.sql())
                        .params(values(reach, filter))
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    long count(Reach reach, Filter filter) {
        return db.sql("select count(*) " + FROM + where(reach, filter))
                .params(values(reach, filter))
                .query(Long.class)
                .single();
    }

    /** A role of a post. */
    record Held(UUID publicId, String key, @Nullable String name) {}

    /** The roles that somebody within reach holds today. */
    List<Held> roles(Reach reach) {
        return db.sql("select distinct r.id, r.public_id, r.key, r.name " + FROM + Sight.of(reach) + " order by r.id")
                .params(values(reach, new Filter("", null)))
                .query(Held.class)
                .list();
    }

    private Map<String, @Nullable Object> values(Reach reach, Filter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("today", LocalDate.now(clock));
        values.put("reach", reach.asArray());
        values.put("q", filter.q());
        values.put("role", filter.role());
        return values;
    }

    private static String where(Reach reach, Filter filter) {
        return Sight.of(reach)
                + (filter.q().isEmpty() ? "" : " and strpos(p.name, :q) > 0")
                + (filter.role() == null ? "" : " and r.public_id = :role");
    }
}
