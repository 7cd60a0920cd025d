package org.uniongrid.membership;

import static org.uniongrid.membership.MemberRule.*;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;

/** Begins, changes and ends the stays of members, in the caller's transaction, who has found person and union within reach. */
@Component
@Unscoped("for the rooms, which have found the person or the union within reach, or act for the person")
public class Stays {

    public static final String SUBJECT = "membership.stay";

    private static final String STAY = """
            select s.id, s.public_id, s.person_id, s.unit_id, u.public_id as unit, u.name as unit_name, s.scope, s.employer_id,
                   s.worker_class, s.state, s.origin, s.since, s.until
            from membership.stay s join organisation.unit u on u.id = s.unit_id
            """;

    private final JdbcClient db;
    private final Cards cards;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stays(JdbcClient db, Cards cards, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.cards = cards;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Where somebody is to be a member.
     *
     * @param employerId null where it is not one of the register
     */
    public record Place(
            long unitId,
            @Nullable Long employerId,
            @Nullable String workerClass) {}

    /** The one stay that lasts. */
    public Optional<Stay> current(long personId) {
        return db.sql(STAY + "where s.person_id = ? and s.until is null")
                .param(personId)
                .query((row, number) -> stay(row))
                .optional();
    }

    /** All of them: the one that lasts, then the latest first. */
    public List<Stay> of(long personId) {
        return db.sql(STAY + "where s.person_id = ? order by s.until is null desc, s.since desc, s.id desc")
                .param(personId)
                .query((row, number) -> stay(row))
                .list();
    }

    /** From today; the stay elsewhere, where there is one, ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Stay begin(Actor by, long personId, String personName, Place place) {
        var before = current(personId);
        if (before.isPresent() && before.get().unitId() == place.unitId())
            throw new RuleBroken(NOT_A_MEMBER_HERE_ALREADY);
        before.ifPresent(stay -> end(by, stay, personName, Change.WENT, null, unitName(place.unitId())));
        var origin = before.isPresent() ? Origin.TRANSFERRED : Origin.JOINED;
        var stay = insert(personId, place, origin);
        enter(
                by,
                stay,
                before.isPresent() ? Change.CAME : Change.BEGAN,
                null,
                before.map(Stay::unitName).orElse(null));
        cards.make(personId, place.unitId());
        trail.add(by, deed("membership.stay.begin", stay, personName));
        events.publishEvent(new MemberJoined(stay.publicId(), personId, stay.unit(), origin));
        return stay;
    }

    private Stay insert(long personId, Place place, Origin origin) {
        try {
            var id = db.sql("""
                            insert into membership.stay (person_id, unit_id, scope, employer_id, worker_class, state, origin, since)
                            select :person, u.id, u.scope, :employer, :class, 'MEMBER', :origin, :today
                            from organisation.unit u where u.id = :unit and u.scope is not null returning id
                            """)
                    .param("person", personId)
                    .param("unit", place.unitId())
                    .param("employer", place.employerId())
                    .param("class", place.workerClass())
                    .param("origin", origin.name())
                    .param("today", LocalDate.now(clock))
                    .query(Long.class)
                    .optional()
                    .orElseThrow(() -> new RuleBroken(UNION_IS_AT_WORK));
            return db.sql(STAY + "where s.id = ?")
                    .param(id)
                    .query((row, number) -> stay(row))
                    .single();
        } catch (DuplicateKeyException e) {
            throw new RuleBroken(NOT_A_MEMBER_HERE_ALREADY);
        }
    }

    /** @throws RuleBroken where it has ended meanwhile, or its state does not go to that one */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(Actor by, Stay stay, String personName, Change change, @Nullable String words) {
        var now = current(stay.personId())
                .filter(one -> one.id() == stay.id())
                .orElseThrow(() -> new RuleBroken(STILL_A_MEMBER));
        STATE_GOES_TO_THIS_ONE.require(change.follows(now.state()));
        if (change.to() == MemberState.LEFT) end(by, stay, personName, change, words, null);
        else become(by, stay, personName, change, words);
    }

    private void become(Actor by, Stay stay, String personName, Change change, @Nullable String words) {
        var to = java.util.Objects.requireNonNull(change.to());
        db.sql("update membership.stay set state = ? where id = ? and until is null")
                .params(to.name(), stay.id())
                .update();
        note(by, stay, personName, change, words, null);
    }

    private void end(
            Actor by, Stay stay, String personName, Change change, @Nullable String words, @Nullable String to) {
        var ended = db.sql("update membership.stay set state = 'LEFT', until = ? where id = ? and until is null")
                .params(LocalDate.now(clock), stay.id())
                .update();
        if (ended == 0) throw new RuleBroken(STILL_A_MEMBER);
        note(by, stay, personName, change, words, to);
    }

    private void note(
            Actor by, Stay stay, String personName, Change change, @Nullable String words, @Nullable String to) {
        enter(by, stay, change, words, to);
        var deed = deed("membership.stay." + change.name().toLowerCase(java.util.Locale.ROOT), stay, personName);
        trail.add(by, words == null ? deed : deed.because(words));
        events.publishEvent(new MemberChanged(stay.publicId(), stay.personId(), stay.unit(), change));
    }

    private void enter(Actor by, Stay stay, Change change, @Nullable String words, @Nullable String other) {
        db.sql("""
                        insert into membership.stay_event (stay_id, at, what, words, by_person, by_name, unit_name)
                        values (:stay, :now, :what, :words, :by, :name, :other)
                        """)
                .param("stay", stay.id())
                .param("now", OffsetDateTime.now(clock))
                .param("what", change.name())
                .param("words", words)
                .param("by", by.personId() == 0 ? null : by.personId())
                .param("name", by.personId() == 0 ? null : by.name())
                .param("other", other)
                .update();
    }

    private String unitName(long unit) {
        return db.sql("select name from organisation.unit where id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }

    private static Deed deed(String action, Stay stay, String personName) {
        return Deed.of(action, SUBJECT, stay.publicId(), personName + " · " + stay.unitName())
                .about(stay.personId());
    }

    static Stay stay(ResultSet row) throws SQLException {
        return new Stay(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getLong("person_id"),
                row.getLong("unit_id"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                new Scope(row.getString("scope")),
                row.getObject("employer_id", Long.class),
                row.getString("worker_class"),
                MemberState.valueOf(row.getString("state")),
                Origin.valueOf(row.getString("origin")),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }
}
