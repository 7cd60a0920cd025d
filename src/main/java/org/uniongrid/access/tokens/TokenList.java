package org.uniongrid.access.tokens;

import java.time.Clock;
import java.time.LocalDate;
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
import org.uniongrid.organisation.Extent;

/** All tokens, the latest first. Reads only. */
@Component
public class TokenList {

    static final int SIZE = 50;

    private static final Keyset ORDER = Keyset.descending("access.token", "t", "id");

    private final JdbcClient db;
    private final Clock clock;

    TokenList(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One token; {@code endsAt} is the moment after its last day. */
    public record Row(
            UUID publicId,
            String name,
            String contact,
            Extent reach,
            @Nullable String unitName,
            List<String> scopes,
            long uses,
            @Nullable LocalDate usedOn,
            @Nullable String usedFrom,
            OffsetDateTime endsAt,
            TokenState state) {

        /** Name of the message that says how far it sees. */
        public String reachKey() {
            return Token.reachKey(reach);
        }
    }

    Page<Row> page(Reach reach, Cursor cursor) {
        if (!(reach instanceof Reach.Cell)) return new Page<>(List.of(), null, null);
        var now = OffsetDateTime.now(clock);
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql("""
                        select t.public_id, t.name, t.contact, t.reach, u.name as unit_name, t.scopes, t.uses, t.used_on,
                               t.used_from, s.ends_at,
                               case when t.revoked_at is not null then 'REVOKED' when s.ends_at <= :now then 'ENDED'
                                    when s.ends_at <= :soon then 'ENDING' else 'IN_FORCE' end as state
                        from access.token t
                        left join organisation.unit u on u.id = t.unit_id
                        cross join lateral (
                            select ends_at from access.token_secret where token_id = t.id order by id desc limit 1) s
                        where true
                        """ + tail.sql())
                        .param("now", now)
                        .param("soon", now.plusDays(TokenNotices.DAYS))
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> new Row(
                                row.getObject("public_id", UUID.class),
                                row.getString("name"),
                                row.getString("contact"),
                                Extent.valueOf(row.getString("reach")),
                                row.getString("unit_name"),
                                List.of((String[]) row.getArray("scopes").getArray()),
                                row.getLong("uses"),
                                row.getObject("used_on", LocalDate.class),
                                row.getString("used_from"),
                                row.getObject("ends_at", OffsetDateTime.class),
                                TokenState.valueOf(row.getString("state"))))
                        .list());
    }
}
