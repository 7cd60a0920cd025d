package org.uniongrid.membership;

import static org.uniongrid.membership.GiftRule.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;

/** What unions give to those who join 新会员礼包: once each, and never more than there are. */
@Repository
public class Gifts {

    public static final String SUBJECT = "membership.gift";
    public static final int SIZE = 30;

    private static final Keyset LATEST = Keyset.descending("membership.gift", "g", "id");

    private static final String GIFT = """
            select g.id, g.public_id, u.public_id as unit, u.name as unit_name, organisation.rest_scope(u.id) as scope, g.name, g.place,
                   g.stock, g.given, g.joined_on, g.ends_on, g.ended_at is not null as ended
            from membership.gift g join organisation.unit u on u.id = g.unit_id
            """;

    private final JdbcClient db;
    private final AuditTrail trail;
    private final Clock clock;

    Gifts(JdbcClient db, AuditTrail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param stock how many there were
     * @param joinedOn for those who joined from this day on
     * @param endsOn the last day
     */
    public record Gift(
            long id,
            UUID publicId,
            UUID unit,
            String unitName,
            Scope scope,
            String name,
            String place,
            int stock,
            int given,
            LocalDate joinedOn,
            LocalDate endsOn,
            boolean ended) {

        public boolean isOver(LocalDate today) {
            return ended || today.isAfter(endsOn);
        }

        public int left() {
            return stock - given;
        }
    }

    public Page<Gift> page(Reach reach, Cursor cursor) {
        return LATEST.page(
                cursor,
                SIZE,
                Gift::publicId,
                tail -> db.sql(GIFT + "where organisation.sees(:reach, u.scope)" + tail.sql())
                        .param("reach", reach.asArray())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> gift(row))
                        .list());
    }

    /** Those of the units within reach that are given today; at most twenty. */
    public List<Gift> today(Reach reach) {
        return db.sql(GIFT + """
                        where organisation.sees(:reach, u.scope) and g.ended_at is null and :today between g.joined_on and g.ends_on
                          and g.given < g.stock order by g.id desc limit 20
                        """)
                .param("reach", reach.asArray())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> gift(row))
                .list();
    }

    /** What waits for a member: of their union, or one above it. */
    @Unscoped("for the member themselves")
    public List<Gift> waiting(Stay stay) {
        return db.sql(GIFT + """
                        where g.unit_id in (select organisation.units_of(:scope)) and g.ended_at is null
                          and :today between g.joined_on and g.ends_on and g.given < g.stock and g.joined_on <= :since
                          and not exists (select from membership.gift_claim c where c.gift_id = g.id and c.person_id = :person)
                        order by g.id limit 3
                        """)
                .param("scope", stay.scope().path())
                .param("today", LocalDate.now(clock))
                .param("since", stay.since())
                .param("person", stay.personId())
                .query((row, number) -> gift(row))
                .list();
    }

    /** @throws NoSuchElementException where there is none within reach */
    public Gift find(UUID id, Reach reach) {
        return db.sql(GIFT + "where g.public_id = :id and organisation.sees(:reach, organisation.rest_scope(u.id))")
                .param("id", id)
                .param("reach", reach.asArray())
                .query((row, number) -> gift(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No gift " + id));
    }

    /** What a union is going to give. */
    public record New(long unitId, String name, String place, int stock, LocalDate joinedOn, LocalDate endsOn) {}

    /** @return its public id */
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("of a union that the desk has found within reach")
    public UUID add(Actor actor, New it) {
        var id = db.sql("""
                        insert into membership.gift (unit_id, name, place, stock, joined_on, ends_on, made_by, made_at)
                        values (:unit, :name, :place, :stock, :joinedOn, :endsOn, :by, :now) returning public_id
                        """)
                .param("unit", it.unitId())
                .param("name", it.name())
                .param("place", it.place())
                .param("stock", it.stock())
                .param("joinedOn", it.joinedOn())
                .param("endsOn", it.endsOn())
                .param("by", actor.personId())
                .param("now", OffsetDateTime.now(clock))
                .query(UUID.class)
                .single();
        trail.add(actor, Deed.of("membership.gift.make", SUBJECT, id, it.name()).with("stock", null, "" + it.stock()));
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Actor actor, Gift gift) {
        db.sql("update membership.gift set ended_at = ? where id = ? and ended_at is null")
                .params(OffsetDateTime.now(clock), gift.id())
                .update();
        trail.add(actor, Deed.of("membership.gift.end", SUBJECT, gift.publicId(), gift.name()));
    }

    /** Once to a person; the last one to one of two who come at once. */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = RuleBroken.class)
    public Gift give(Actor actor, UUID id, long person, Stay stay) {
        var gift = find(id, actor.reach("membership.card.check"));
        GIFT_IS_GIVEN_NOW.require(
                !gift.isOver(LocalDate.now(clock)) && !LocalDate.now(clock).isBefore(gift.joinedOn()));
        GIFT_IS_FOR_THIS_UNION.require(stay.scope().isWithin(gift.scope()));
        GIFT_IS_FOR_NEWCOMERS.require(!stay.since().isBefore(gift.joinedOn()));
        if (db.sql("""
                        insert into membership.gift_claim (gift_id, person_id, at, by_person) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(gift.id(), person, OffsetDateTime.now(clock), actor.personId())
                        .update()
                == 0) throw new RuleBroken(GIFT_ONCE_EACH);
        if (db.sql("update membership.gift set given = given + 1 where id = ? and given < stock")
                        .param(gift.id())
                        .update()
                == 0) {
            db.sql("delete from membership.gift_claim where gift_id = ? and person_id = ?")
                    .params(gift.id(), person)
                    .update();
            throw new RuleBroken(GIFTS_ARE_LEFT);
        }
        trail.add(
                actor,
                Deed.of("membership.gift.give", SUBJECT, gift.publicId(), gift.name())
                        .about(person));
        return gift;
    }

    private static Gift gift(ResultSet row) throws SQLException {
        return new Gift(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                new Scope(row.getString("scope")),
                row.getString("name"),
                row.getString("place"),
                row.getInt("stock"),
                row.getInt("given"),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("ended"));
    }
}
