package org.uniongrid.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;

/** The codes of unions that are scanned to join them, and how far people came who did. */
@Repository
public class Doors {

    public static final int SIZE = 30;

    private static final Keyset LATEST = Keyset.descending("membership.door", "d", "id");

    private static final String DOOR = """
            select d.id, d.public_id, d.unit_id, u.public_id as unit, u.name as unit_name, organisation.rest_scope(u.id) as scope,
                   d.code, d.label, d.decides, d.made_at, d.ended_at
            from membership.door d join organisation.unit u on u.id = d.unit_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    Doors(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** How far people came. */
    public enum Mark {
        OPENED,
        PROVEN,
        ASKED,
        JOINED
    }

    /** How many did, in these days. */
    public record Count(int opened, int proven, int asked, int joined) {}

    @Unscoped("whoever scans a code is nobody yet")
    public Optional<Door> open(String code) {
        return db.sql(DOOR
                        + "where d.code = ? and d.ended_at is null and u.scope is not null and u.state <> 'SUSPENDED'")
                .param(code.toLowerCase(Locale.ROOT))
                .query((row, number) -> door(row))
                .optional();
    }

    /** @throws NoSuchElementException where there is none within reach */
    public Door find(UUID id, Reach reach) {
        return db.sql(DOOR + "where d.public_id = :id and organisation.sees(:reach, organisation.rest_scope(u.id))")
                .param("id", id)
                .param("reach", reach.asArray())
                .query((row, number) -> door(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No code " + id));
    }

    /** Of one union that was found within reach, or of all within reach; the latest first. */
    public Page<Door> page(Reach reach, Cursor cursor) {
        return LATEST.page(
                cursor,
                SIZE,
                Door::publicId,
                tail -> db.sql(DOOR + "where organisation.sees(:reach, u.scope)" + tail.sql())
                        .param("reach", reach.asArray())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> door(row))
                        .list());
    }

    @Unscoped("of a code that was found before")
    public Count count(Door door, LocalDate from) {
        return db.sql("""
                        select coalesce(sum(opened), 0)::int as opened, coalesce(sum(proven), 0)::int as proven,
                               coalesce(sum(asked), 0)::int as asked, coalesce(sum(joined), 0)::int as joined
                        from membership.door_day where door_id = ? and day >= ?
                        """).params(door.id(), from).query(Count.class).single();
    }

    /** In the caller's transaction, or one of its own. */
    @Transactional
    @Unscoped("of a code that somebody scanned")
    public void mark(long door, Mark mark) {
        var column = mark.name().toLowerCase(Locale.ROOT);
        db.sql("insert into membership.door_day as d (door_id, day, " + column
                        + ") values (?, ?, 1) on conflict (door_id, day) do update set " + column + " = d." + column
                        + " + 1")
                .params(door, LocalDate.now(clock))
                .update();
    }

    @Unscoped("of a union that the desk has found within reach")
    public List<Door> openOf(long unit) {
        return db.sql(DOOR + "where d.unit_id = ? and d.ended_at is null order by d.id desc")
                .param(unit)
                .query((row, number) -> door(row))
                .list();
    }

    /** @return its public id */
    @Unscoped("of a union that the desk has found within reach")
    public UUID add(long unit, String code, String label, Decides decides, long madeBy) {
        return db.sql("""
                        insert into membership.door (unit_id, code, label, decides, made_by, made_at)
                        values (:unit, :code, :label, :decides, :by, :now) returning public_id
                        """)
                .param("unit", unit)
                .param("code", code)
                .param("label", label)
                .param("decides", decides.name())
                .param("by", madeBy)
                .param("now", OffsetDateTime.now(clock))
                .query(UUID.class)
                .single();
    }

    /** @return whether it opened until now */
    @Unscoped("of a code that was found before")
    public boolean end(Door door) {
        return db.sql("update membership.door set ended_at = ? where id = ? and ended_at is null")
                        .params(OffsetDateTime.now(clock), door.id())
                        .update()
                == 1;
    }

    private static Door door(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Door(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getLong("unit_id"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                new Scope(row.getString("scope")),
                row.getString("code"),
                row.getString("label"),
                Decides.valueOf(row.getString("decides")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
