package org.uniongrid.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;

/** All accounts by login, for those who keep them. Reads only. */
@Component
public class AccountList {

    static final int SIZE = 50;

    private static final Keyset ORDER = Keyset.ascending("access.account", "a", "login");

    private final JdbcClient db;
    private final Clock clock;

    AccountList(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One account; shut while too many wrong passwords were typed. */
    public record Row(
            UUID publicId,
            String login,
            String person,
            @Nullable String post,
            boolean disabled,
            boolean mustChange,
            boolean shut,
            @Nullable OffsetDateTime lastSignIn) {}

    Page<Row> page(Reach reach, Cursor cursor) {
        if (!(reach instanceof Reach.Cell)) return new Page<>(List.of(), null, null);
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql("""
                        select a.public_id, a.login, p.name as person, held.post, a.disabled_at is not null as disabled,
                               a.must_change, coalesce(l.locked_until > :now, false) as shut, a.last_sign_in
                        from access.account a
                        join people.person p on p.id = a.person_id
                        left join access.lock_out l on l.login_hash = sha256(convert_to(a.login, 'UTF8'))
                        left join lateral (
                            select string_agg(coalesce(u.name || ' · ', '') || o.title, E'\\n' order by t.id) as post
                            from organisation.tenure t
                            join organisation.post o on o.id = t.post_id
                            left join organisation.unit u on u.id = o.unit_id
                            where t.person_id = a.person_id and t.during @> :now::date) held on true
                        where true
                        """ + tail.sql())
                        .param("now", OffsetDateTime.now(clock))
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }
}
