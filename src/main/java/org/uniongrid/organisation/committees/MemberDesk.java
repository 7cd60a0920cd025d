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
import org.uniongrid.people.Persons;

/** Where people join committees and leave them. People who are known are handed in as found within reach. */
@Component
class MemberDesk {

    private final JdbcClient db;
    private final Committees committees;
    private final WomenChairs womenChairs;
    private final Persons persons;
    private final AuditTrail trail;
    private final Clock clock;

    MemberDesk(
            JdbcClient db,
            Committees committees,
            WomenChairs womenChairs,
            Persons persons,
            AuditTrail trail,
            Clock clock) {
        this.db = db;
        this.committees = committees;
        this.womenChairs = womenChairs;
        this.persons = persons;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    void join(Actor actor, UUID committeeId, KnownPeople.Known person, CommitteeDuty duty, LocalDate from) {
        var committee = open(actor, committeeId, duty, from);
        NOBODY_MAKES_THEMSELVES_CHAIR.require(
                !actor.isAbout(person.id()) || duty != CommitteeDuty.CHAIR || committee.kind() != CommitteeKind.WOMEN);
        MEMBER_SITS_IN_A_COMMITTEE_ONCE.require(committees.members(committee).stream()
                .noneMatch(member -> member.personId() == person.id() && member.isIn(from)));
        begin(actor, committee, person.id(), person.name(), duty, from);
    }

    /** Somebody whom the cell does not know yet. */
    @Transactional
    void join(Actor actor, UUID committeeId, String newcomer, CommitteeDuty duty, LocalDate from) {
        var committee = open(actor, committeeId, duty, from);
        begin(actor, committee, persons.add(newcomer), newcomer, duty, from);
    }

    private Committee open(Actor actor, UUID committeeId, CommitteeDuty duty, LocalDate from) {
        var committee = committees.lock(committeeId, actor.reach(CommitteeDesk.EDIT));
        COMMITTEE_IS_IN_OFFICE.require(committee.isInOffice(LocalDate.now(clock)));
        MEMBER_JOINS_DURING_THE_TERM.require(!from.isBefore(committee.since()));
        var sitting = committees.members(committee).stream()
                .filter(member -> member.isIn(from))
                .toList();
        COMMITTEE_HAS_A_FREE_SEAT.require(committee.seats() == null || sitting.size() < committee.seats());
        COMMITTEE_HAS_ONE_CHAIR.require(duty != CommitteeDuty.CHAIR
                || sitting.stream().noneMatch(member -> member.duty() == CommitteeDuty.CHAIR));
        return committee;
    }

    private void begin(Actor actor, Committee committee, long person, String name, CommitteeDuty duty, LocalDate from) {
        Seating.begin(db, committee, person, duty, from);
        womenChairs.join(committee, person, duty, from);
        trail.add(
                actor,
                deed("organisation.committee.join", committee)
                        .about(person)
                        .with("holder", null, name)
                        .with("committee-duty", null, duty.name())
                        .with("committee-from", null, from.toString()));
    }

    /** From this day on somebody sits in it no longer; whoever would have begun later never did. */
    @Transactional
    void leave(Actor actor, UUID memberId, LocalDate day, @Nullable String reason) {
        var reach = actor.reach(CommitteeDesk.EDIT);
        var committee = committees.lock(
                committees.of(committees.member(memberId, reach), reach).publicId(), reach);
        var member = committees.member(memberId, reach);
        MEMBER_LEAVES_AFTER_JOINING.require(
                !day.isBefore(member.since()) && (member.until() == null || day.isBefore(member.until())));
        Seating.end(db, member, day);
        womenChairs.leave(committee, member, day);
        var deed = deed("organisation.committee.leave", committee)
                .about(member.personId())
                .with("holder", member.name(), null)
                .with("committee-duty", member.duty().name(), null)
                .with("committee-to", null, day.toString());
        trail.add(actor, reason == null ? deed : deed.because(reason));
    }

    private static Deed deed(String action, Committee committee) {
        return Deed.of(action, "organisation.committee", committee.publicId(), committee.label());
    }
}
