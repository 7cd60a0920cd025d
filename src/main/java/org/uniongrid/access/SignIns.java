package org.uniongrid.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;

/** The record of who signed in or tried to. Only ever added to. */
@Component
public class SignIns {

    static final int SIZE = 50;

    private static final Keyset ORDER = Keyset.descending("access.sign_in", "s", "at", "id");

    private final JdbcClient db;
    private final Clock clock;

    SignIns(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** How a try to sign in ended. */
    public enum Outcome {
        SIGNED_IN,
        PASSWORD_RIGHT,
        WRONG_PASSWORD,
        WRONG_CODE,
        LOCKED,
        DISABLED,
        UNKNOWN
    }

    /** One try. Login is null where it belonged to no account; the name too, unless a worker signed in by phone. */
    public record Row(
            UUID publicId,
            OffsetDateTime at,
            @Nullable String login,
            @Nullable String person,
            Outcome outcome,
            String address) {}

    public void add(@Nullable Account account, Outcome outcome, String address) {
        db.sql(
                        "insert into access.sign_in (at, account_id, outcome, address) values (:at, :account, :outcome, :address)")
                .param("at", OffsetDateTime.now(clock))
                .param("account", account == null ? null : account.id())
                .param("outcome", outcome.name())
                .param("address", address)
                .update();
    }

    /** A worker, by phone. */
    void addWorker(long personId, String address) {
        db.sql("insert into access.sign_in (at, person_id, outcome, address) values (?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), personId, Outcome.SIGNED_IN.name(), address)
                .update();
    }

    /** The latest of a worker's own. */
    public List<Row> of(Actor worker, int most) {
        return db.sql("""
                        select s.public_id, s.at, null::text as login, p.name as person, s.outcome, s.address
                        from access.sign_in s join people.person p on p.id = s.person_id
                        where s.person_id = ? order by s.at desc, s.id desc limit ?
                        """).params(worker.personId(), most).query(Row.class).list();
    }

    /** The latest of one account. */
    @Unscoped("of an account that its owner or its keeper has in hand")
    public List<Row> of(Account account, int most) {
        return db.sql("""
                        select s.public_id, s.at, a.login, p.name as person, s.outcome, s.address
                        from access.sign_in s
                        join access.account a on a.id = s.account_id
                        join people.person p on p.id = a.person_id
                        where s.account_id = ? order by s.at desc, s.id desc limit ?
                        """).params(account.id(), most).query(Row.class).list();
    }

    /** Latest first. For whoever reaches the whole cell; a smaller reach finds nothing. */
    Page<Row> page(Reach reach, @Nullable Outcome outcome, Cursor cursor) {
        if (!(reach instanceof Reach.Cell)) return new Page<>(List.of(), null, null);
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql("""
                        select s.public_id, s.at, a.login, p.name as person, s.outcome, s.address
                        from access.sign_in s
                        left join access.account a on a.id = s.account_id
                        left join people.person p on p.id = coalesce(a.person_id, s.person_id)
                        where (:outcome::text is null or s.outcome = :outcome)
                        """ + tail.sql())
                        .param("outcome", outcome == null ? null : outcome.name())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }
}
