package org.uniongrid.access.accounts;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.access.AccountLife;
import org.uniongrid.access.AccountLife.Ending;
import org.uniongrid.access.accounts.AccountFilter.State;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;

/** All accounts by login, for those who keep them. Reads only. */
@Component
public class AccountList {

    static final int SIZE = 50;

    private static final Keyset ORDER = Keyset.ascending("access.account", "a", "login");

    private static final String ROW = """
            select a.public_id, a.login, p.name as person, held.post, a.must_change, a.last_sign_in,
                   a.opened_at, a.disabled_at, a.disabled_for, a.disabled_because,
                   coalesce(l.locked_until > :now, false) as shut, i.ends_at as invited_until,
                   exists (select from access.second_factor f where f.account_id = a.id) as second_factor,
            """ + AccountLife.LAST_USED + " <= :soon as dormant_soon" + """

            from access.account a
            join people.person p on p.id = a.person_id
            left join access.lock_out l on l.login_hash = sha256(convert_to(a.login, 'UTF8'))
            left join access.invitation i on i.account_id = a.id and i.used_at is null and i.revoked_at is null
            left join lateral (
                select string_agg(coalesce(u.name || ' · ', '') || o.title, E'\\n' order by t.id) as post
                from organisation.tenure t
                join organisation.post o on o.id = t.post_id
                left join organisation.unit u on u.id = o.unit_id
                where t.person_id = a.person_id and t.during @> :now::date) held on true
            """;

    private final JdbcClient db;
    private final AccountLife life;
    private final Clock clock;

    AccountList(JdbcClient db, AccountLife life, Clock clock) {
        this.db = db;
        this.life = life;
        this.clock = clock;
    }

    /** One account; shut while too many wrong passwords were typed. */
    public record Row(
            UUID publicId,
            String login,
            String person,
            @Nullable String post,
            boolean mustChange,
            @Nullable OffsetDateTime lastSignIn,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime disabledAt,
            @Nullable Ending disabledFor,
            @Nullable String disabledBecause,
            boolean shut,
            @Nullable OffsetDateTime invitedUntil,
            boolean secondFactor,
            boolean dormantSoon) {

        /** What is to be said of it first. */
        public State state() {
            if (disabledFor != null)
                return switch (disabledFor) {
                    case BY_HAND -> State.DISABLED;
                    case POST_ENDED -> State.POST_ENDED;
                    case DORMANT -> State.DORMANT;
                };
            if (shut) return State.SHUT;
            if (invitedUntil != null) return State.INVITED;
            return dormantSoon ? State.DORMANT_SOON : State.IN_USE;
        }
    }

    Page<Row> page(Reach reach, AccountFilter filter, Cursor cursor) {
        if (!(reach instanceof Reach.Cell)) return new Page<>(List.of(), null, null);
        var state = filter.state() == null ? "" : " and " + filter.state().sql();
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql(ROW + """
                         where (:q = '' or position(:q in a.login) > 0 or position(:q in lower(p.name)) > 0)
                        """ + state + tail.sql())
                        .param("q", filter.q().toLowerCase(Locale.ROOT))
                        .param("now", OffsetDateTime.now(clock))
                        .param("soon", life.dormantSoon())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    /** One of them. */
    Optional<Row> find(Reach reach, UUID publicId) {
        if (!(reach instanceof Reach.Cell)) return Optional.empty();
        return db.sql(ROW + " where a.public_id = :id")
                .param("id", publicId)
                .param("now", OffsetDateTime.now(clock))
                .param("soon", life.dormantSoon())
                .query(Row.class)
                .optional();
    }
}
