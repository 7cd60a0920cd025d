package org.uniongrid.organisation.committees;

import static org.uniongrid.organisation.committees.CommitteeRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;

/** Where committees are set up, elected anew and ended. */
@Component
class CommitteeDesk {

    static final String EDIT = "organisation.committee.edit";

    private final JdbcClient db;
    private final Committees committees;
    private final CommitteeSizes sizes;
    private final WomenChairs womenChairs;
    private final AuditTrail trail;
    private final Clock clock;

    CommitteeDesk(
            JdbcClient db,
            Committees committees,
            CommitteeSizes sizes,
            WomenChairs womenChairs,
            AuditTrail trail,
            Clock clock) {
        this.db = db;
        this.committees = committees;
        this.sizes = sizes;
        this.womenChairs = womenChairs;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A term from the first to the last day, with so many seats.
     *
     * @param seats null where nobody has decided yet
     */
    record Term(LocalDate from, LocalDate to, @Nullable Integer seats) {}

    /** Facts that only a women workers' committee has; null where nobody knows. */
    record WomenFacts(
            @Nullable Boolean specialContract,
            @Nullable Integer mothersRooms,
            @Nullable LocalDate nextHealthCheck) {}

    @Transactional
    UUID setUp(Actor actor, UUID unitId, CommitteeKind kind, Term term) {
        var reach = actor.reach(EDIT);
        var unit = committees.unit(unitId, reach);
        lock(unit.id());
        check(unit.id(), term);
        COMMITTEE_IS_NOT_THERE_YET.require(
                committees.of(unitId, reach).stream().noneMatch(one -> one.kind() == kind && one.isInOffice(today())));
        var id = insert(unit.id(), kind, term);
        writeTerm(unit.id(), kind, term);
        trail.add(
                actor,
                Deed.of(
                                "organisation.committee.set-up",
                                "organisation.committee",
                                id,
                                unit.name() + " · " + kind.term())
                        .with("committee-from", null, term.from().toString())
                        .with("committee-to", null, term.to().toString())
                        .with("committee-seats", null, text(term.seats())));
        return id;
    }

    /** A new term after this one, which ends the day before where it would go on; with everybody in it, or nobody yet. */
    @Transactional
    UUID renew(Actor actor, UUID committeeId, Term term, boolean withEverybody) {
        var old = committees.lock(committeeId, actor.reach(EDIT));
        COMMITTEE_IS_IN_OFFICE.require(old.latest() && old.isInOffice(today()));
        check(old.unitId(), term);
        NEXT_TERM_BEGINS_AFTER_THIS_ONE.require(term.from().isAfter(old.since()));
        if (old.until() == null || !old.until().isBefore(term.from())) cut(old, term.from());
        COMMITTEE_HAS_A_FREE_SEAT.require(
                !withEverybody || term.seats() == null || sitting(old, term.from()) <= term.seats());
        var id = insert(old.unitId(), old.kind(), term);
        carryFacts(old, id);
        if (withEverybody) carryMembers(old, id, term.from());
        dismiss(old, term.from(), withEverybody);
        writeTerm(old.unitId(), old.kind(), term);
        trail.add(
                actor,
                Deed.of("organisation.committee.renew", "organisation.committee", id, old.label())
                        .with(
                                "committee-from",
                                old.since().toString(),
                                term.from().toString())
                        .with("committee-to", text(old.until()), term.to().toString())
                        .with("committee-seats", text(old.seats()), text(term.seats())));
        return id;
    }

    /** There is no such committee from this day on, until one is set up again. */
    @Transactional
    void end(Actor actor, UUID committeeId, LocalDate day, String reason) {
        var committee = committees.lock(committeeId, actor.reach(EDIT));
        COMMITTEE_IS_IN_OFFICE.require(committee.latest() && committee.isInOffice(today()));
        COMMITTEE_ENDS_AFTER_IT_BEGAN.require(day.isAfter(committee.since()));
        db.sql("""
                        update organisation.committee set ended_for = :reason,
                            during = daterange(lower(during), least(coalesce(upper(during), :day), :day)) where id = :id
                        """)
                .param("reason", reason)
                .param("day", day)
                .param("id", committee.id())
                .update();
        dismiss(committee, day, false);
        trail.add(
                actor,
                Deed.of("organisation.committee.end", "organisation.committee", committee.publicId(), committee.label())
                        .because(reason)
                        .with(
                                "committee-to",
                                text(committee.until()),
                                day.minusDays(1).toString()));
    }

    /** What is known of the work of a women workers' committee. */
    @Transactional
    void keep(Actor actor, UUID committeeId, WomenFacts facts) {
        var committee = committees.lock(committeeId, actor.reach(EDIT));
        COMMITTEE_IS_IN_OFFICE.require(committee.isInOffice(today()));
        db.sql("""
                        update organisation.committee set special_contract = :contract, mothers_rooms = :rooms,
                            next_health_check = :check where id = :id
                        """)
                .param("contract", facts.specialContract())
                .param("rooms", facts.mothersRooms())
                .param("check", facts.nextHealthCheck())
                .param("id", committee.id())
                .update();
        trail.add(
                actor,
                Deed.of(
                                "organisation.committee.keep",
                                "organisation.committee",
                                committee.publicId(),
                                committee.label())
                        .with("special-contract", text(committee.specialContract()), text(facts.specialContract()))
                        .with("mothers-rooms", text(committee.mothersRooms()), text(facts.mothersRooms()))
                        .with("next-health-check", text(committee.nextHealthCheck()), text(facts.nextHealthCheck())));
    }

    private void check(long unitId, Term term) {
        COMMITTEE_TERM_ENDS_AFTER_IT_BEGINS.require(term.to().isAfter(term.from()));
        COMMITTEE_TERM_IS_NOT_TOO_LONG.require(term.to().isBefore(term.from().plus(TermAdvice.LONGEST)));
        COMMITTEE_HAS_AN_ODD_NUMBER_OF_SEATS.require(
                term.seats() == null || term.seats() % 2 == 1 || !sizes.isOdd(unitId));
    }

    /** Two who set up the same committee wait for one another. */
    private void lock(long unitId) {
        db.sql("select from organisation.unit where id = ? for no key update")
                .param(unitId)
                .query(row -> {});
    }

    private UUID insert(long unitId, CommitteeKind kind, Term term) {
        return db.sql("""
                        insert into organisation.committee (unit_id, kind, during, seats)
                        values (:unit, :kind, daterange(:from, :to, '[]'), :seats) returning public_id
                        """)
                .param("unit", unitId)
                .param("kind", kind.name())
                .param("from", term.from())
                .param("to", term.to())
                .param("seats", term.seats())
                .query(UUID.class)
                .single();
    }

    private void cut(Committee old, LocalDate day) {
        db.sql("update organisation.committee set during = daterange(lower(during), ?) where id = ?")
                .params(day, old.id())
                .update();
    }

    private void carryFacts(Committee old, UUID next) {
        db.sql("""
                        update organisation.committee n set special_contract = o.special_contract,
                            mothers_rooms = o.mothers_rooms, next_health_check = o.next_health_check
                        from organisation.committee o where o.id = :old and n.public_id = :next
                        """).param("old", old.id()).param("next", next).update();
    }

    private void carryMembers(Committee old, UUID next, LocalDate day) {
        db.sql("""
                        insert into organisation.committee_member (committee_id, person_id, duty, during)
                        select n.id, m.person_id, m.duty, daterange(:day, null)
                        from organisation.committee_member m join organisation.committee n on n.public_id = :next
                        where m.committee_id = :old and upper_inf(m.during)
                        """).param("day", day).param("next", next).param("old", old.id()).update();
    }

    private long sitting(Committee committee, LocalDate day) {
        return committees.members(committee).stream()
                .filter(member -> member.isIn(day))
                .count();
    }

    /** Whoever sat in it does so no longer from this day on. */
    private void dismiss(Committee committee, LocalDate day, boolean keepsChair) {
        var open = committees.members(committee).stream()
                .filter(member -> member.until() == null || member.until().isAfter(day))
                .toList();
        for (var member : open) {
            Seating.end(db, member, day);
            if (!keepsChair) womenChairs.leave(committee, member, day);
        }
    }

    /** The term of the union committee is that of the union. */
    private void writeTerm(long unitId, CommitteeKind kind, Term term) {
        if (kind != CommitteeKind.UNION) return;
        db.sql("update organisation.unit set term_from = ?, term_to = ? where id = ?")
                .params(term.from(), term.to(), unitId)
                .update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
