package org.uniongrid.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;

/** What unions offer 福利和政策, in their words. */
@Component
public class Offers {

    public static final int SIZE = 30;
    /** So many are shown behind a code. */
    private static final int SHOWN = 30;

    private static final Keyset LATEST = Keyset.descending("membership.offer", "o", "id");
    private static final String SUBJECT = "membership.offer";
    private static final String OFFER = """
            select o.id, o.public_id, u.public_id as unit, u.name as unit_name, organisation.rest_scope(u.id) as scope, o.title, o.words, o.until,
                o.ended_at is not null as ended
            from membership.offer o join organisation.unit u on u.id = o.unit_id
            """;

    private final JdbcClient db;
    private final AuditTrail trail;
    private final Clock clock;

    Offers(JdbcClient db, AuditTrail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param until the last day on which it is shown; null where none was said */
    public record Offer(
            long id,
            UUID publicId,
            UUID unit,
            String unitName,
            Scope scope,
            String title,
            String words,
            @Nullable LocalDate until,
            boolean ended) {

        public boolean isOver(LocalDate today) {
            return ended || until != null && today.isAfter(until);
        }

        /** Parted at empty lines. */
        public List<String> paragraphs() {
            return List.of(words.split("\\R\\s*\\R"));
        }
    }

    /** The latest first, those that are over too. */
    public Page<Offer> page(Reach reach, Cursor cursor) {
        return LATEST.page(
                cursor,
                SIZE,
                Offer::publicId,
                tail -> db.sql(OFFER + "where organisation.sees(:reach, u.scope)" + tail.sql())
                        .param("reach", reach.asArray())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> offer(row))
                        .list());
    }

    /** What is offered today by a union and those above it, the nearest first. */
    @Unscoped("read by anybody who scans a code of the union")
    public List<Offer> shown(Scope scope) {
        return db.sql(OFFER + """
                        where o.unit_id in (select organisation.units_of(:scope)) and o.ended_at is null
                          and (o.until is null or o.until >= :today)
                        order by length(u.scope) desc, o.id desc limit :most
                        """)
                .param("scope", scope.path())
                .param("today", LocalDate.now(clock))
                .param("most", SHOWN)
                .query((row, number) -> offer(row))
                .list();
    }

    /** @throws NoSuchElementException where there is none within reach */
    public Offer find(UUID id, Reach reach) {
        return db.sql(OFFER + "where o.public_id = :id and organisation.sees(:reach, organisation.rest_scope(u.id))")
                .param("id", id)
                .param("reach", reach.asArray())
                .query((row, number) -> offer(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No offer " + id));
    }

    /** Once under a title while it is shown: put up again, nothing changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("of a union that the desk has found within reach")
    public void add(Actor actor, long unit, String title, String words, @Nullable LocalDate until) {
        var id = db.sql("""
                        insert into membership.offer (unit_id, title, words, until, made_by, made_at)
                        values (:unit, :title, :words, :until, :by, :now)
                        on conflict do nothing returning public_id
                        """)
                .param("unit", unit)
                .param("title", title)
                .param("words", words)
                .param("until", until)
                .param("by", actor.personId())
                .param("now", OffsetDateTime.now(clock))
                .query(UUID.class)
                .optional();
        id.ifPresent(made -> trail.add(actor, Deed.of("membership.offer.make", SUBJECT, made, title)));
    }

    /** It is shown no longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Actor actor, Offer offer) {
        db.sql("update membership.offer set ended_at = ? where id = ? and ended_at is null")
                .params(OffsetDateTime.now(clock), offer.id())
                .update();
        trail.add(actor, Deed.of("membership.offer.end", SUBJECT, offer.publicId(), offer.title()));
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                new Scope(row.getString("scope")),
                row.getString("title"),
                row.getString("words"),
                row.getObject("until", LocalDate.class),
                row.getBoolean("ended"));
    }
}
