package org.uniongrid.membership.joining;

import static org.uniongrid.membership.MemberRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Client;
import org.uniongrid.access.PhoneCodes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.membership.Consents;
import org.uniongrid.membership.Door;
import org.uniongrid.membership.Doors;
import org.uniongrid.membership.Stay;
import org.uniongrid.membership.Stays;
import org.uniongrid.organisation.RulePacks;
import org.uniongrid.people.DocumentKind;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Profile;
import org.uniongrid.people.Profiles;

/** Somebody joins from a phone. Nothing is told of whoever has the phone before it is proven. */
@Component
@Unscoped("whoever scans a code is nobody yet, and acts for themselves alone")
class JoinDesk {

    static final String PURPOSE = "join";

    private static final long LOCKS = 0x6a6f696e_00000000L;

    private final PhoneCodes codes;
    private final Persons persons;
    private final Identities identities;
    private final Profiles profiles;
    private final Stays stays;
    private final Consents consents;
    private final Doors doors;
    private final ApplicationBook book;
    private final Admission admission;
    private final RulePacks packs;
    private final JdbcClient db;
    private final Clock clock;

    JoinDesk(
            PhoneCodes codes,
            Persons persons,
            Identities identities,
            Profiles profiles,
            Stays stays,
            Consents consents,
            Doors doors,
            ApplicationBook book,
            Admission admission,
            RulePacks packs,
            JdbcClient db,
            Clock clock) {
        this.codes = codes;
        this.persons = persons;
        this.identities = identities;
        this.profiles = profiles;
        this.stays = stays;
        this.consents = consents;
        this.doors = doors;
        this.book = book;
        this.admission = admission;
        this.packs = packs;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Whoever joins, before it is known whether they are known.
     *
     * @param number of the paper; null where the city's rule does not ask for it
     */
    record Newcomer(
            String name,
            String phone,
            @Nullable DocumentKind document,
            @Nullable String number) {}

    /**
     * What they ask.
     *
     * @param employer as they wrote it
     * @param goingOver whether they know that they leave another union by it
     */
    record Wish(
            String workerClass,
            @Nullable String employer,
            boolean goingOver,
            Set<Consents.Purpose> consents,
            UUID key) {}

    /** Whether the city's rule asks for the identity number already here. */
    boolean asksForNumber(Door door) {
        return packs.findFor("joining", door.unitId(), LocalDate.now(clock))
                .orElseThrow()
                .yes("identity");
    }

    void sendCode(String phone, Client client) {
        codes.send(phone, PURPOSE, client);
    }

    Optional<String> prove(Door door, String phone, String code) {
        var proof = codes.prove(phone, PURPOSE, code);
        if (proof.isPresent()) doors.mark(door.id(), Doors.Mark.PROVEN);
        return proof;
    }

    boolean isProven(String phone, String proof) {
        return codes.isProven(phone, PURPOSE, proof);
    }

    /** The union that whoever has this phone and name is in already; asked for once the phone is proven. */
    Optional<String> elsewhere(String phone, String name) {
        return known(phone, name).flatMap(one -> stays.current(one.id())).map(Stay::unitName);
    }

    boolean isMemberOf(Actor worker, Door door) {
        return stays.current(worker.personId())
                .filter(stay -> stay.unitId() == door.unitId())
                .isPresent();
    }

    Optional<String> elsewhere(Actor worker) {
        return stays.current(worker.personId()).map(Stay::unitName);
    }

    private Optional<Persons.Known> known(String phone, String name) {
        return persons.known(identities.holders(IdentityField.PHONE, phone)).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /** Whether this form was sent before. */
    boolean isSent(UUID key) {
        return book.isKnown(key);
    }

    /**
     * The proof is used up by it.
     *
     * @return the person's internal id
     */
    @Transactional
    public long join(Door door, Newcomer who, String proof, Wish wish) {
        PHONE_IS_PROVEN.require(codes.spend(who.phone(), PURPOSE, proof));
        lock(who.phone());
        var person = known(who.phone(), who.name())
                .map(known -> identified(known, who))
                .orElseGet(() -> unknown(who));
        ask(door, Actor.worker(person, who.name()), wish);
        return person;
    }

    /** For somebody who is signed in on the phone. */
    @Transactional
    public void join(Door door, Actor worker, Wish wish) {
        ask(door, worker, wish);
    }

    /** Two with one phone and name are one person, also where both press at once. */
    private void lock(String phone) {
        db.sql("select pg_advisory_xact_lock(?)")
                .param(LOCKS + IdentityField.PHONE.read(phone).orElse("").hashCode())
                .query()
                .singleRow();
    }

    private long identified(Persons.Known known, Newcomer who) {
        var owner = owner(who);
        if (owner.isPresent()) NUMBER_IS_NOT_SOMEBODY_ELSES.require(owner.get() == known.id());
        else keepNumber(known.id(), who);
        return known.id();
    }

    /** A record without a phone is theirs who have its number and name; with another phone it is not, until a union has mended it. */
    private long unknown(Newcomer who) {
        var owner = owner(who);
        var person = owner.isPresent() ? claimed(owner.get(), who) : persons.add(who.name());
        identities.keep(person, IdentityField.PHONE, who.phone());
        if (owner.isEmpty()) keepNumber(person, who);
        return person;
    }

    private long claimed(long owner, Newcomer who) {
        var hasName = persons.known(List.of(owner)).stream()
                .anyMatch(one -> one.name().equals(who.name()));
        var hasPhone = !identities.having(IdentityField.PHONE, List.of(owner)).isEmpty();
        NUMBER_IS_NOT_SOMEBODY_ELSES.require(hasName && !hasPhone);
        return owner;
    }

    private Optional<Long> owner(Newcomer who) {
        if (who.document() == null || who.number() == null) return Optional.empty();
        return identities.holders(who.document().field(), who.number()).stream().findFirst();
    }

    private void keepNumber(long person, Newcomer who) {
        if (who.document() == null || who.number() == null) return;
        var field = who.document().field();
        NUMBER_IS_NOT_SOMEBODY_ELSES.require(
                identities.having(field, List.of(person)).isEmpty());
        identities.keep(person, field, who.number());
        var profile = Profile.UNKNOWN.withDocument(who.document());
        profiles.keep(
                person,
                field == IdentityField.ID_NUMBER
                        ? profile.of(
                                org.uniongrid.people.IdNumber.of(who.number()).orElseThrow())
                        : profile);
    }

    private void ask(Door door, Actor worker, Wish wish) {
        if (!book.isNew(wish.key())) return;
        var before = stays.current(worker.personId());
        if (before.isPresent()) {
            NOT_A_MEMBER_HERE_ALREADY.require(before.get().unitId() != door.unitId());
            GOING_OVER_IS_WANTED.require(wish.goingOver());
        }
        consents.give(worker, wish.consents());
        profiles.keep(worker.personId(), Profile.UNKNOWN.withClass(wish.workerClass()));
        var employer = wish.employer() == null ? null : employerId(door, wish.employer());
        var application = book.add(new ApplicationBook.New(
                wish.key(),
                worker.personId(),
                door.unitId(),
                door.id(),
                employer,
                employer == null ? wish.employer() : null,
                wish.workerClass()));
        doors.mark(door.id(), Doors.Mark.ASKED);
        admission.ask(worker, application, door.decides());
    }

    /** The employer of this name that the union covers. */
    private @Nullable Long employerId(Door door, String name) {
        return db.sql("""
                        select e.id from organisation.cover c join organisation.employer e on e.id = c.employer_id
                        where c.unit_id = :unit and c.during @> :today and e.name = :name limit 1
                        """)
                .param("unit", door.unitId())
                .param("today", LocalDate.now(clock))
                .param("name", name)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Employers that the union covers, for whoever fills in the form; none where there are too many to choose from. */
    List<String> employers(Door door) {
        var names = db.sql("""
                        select e.name from organisation.cover c join organisation.employer e on e.id = c.employer_id
                        where c.unit_id = :unit and c.during @> :today and e.state <> 'CLOSED' order by e.name limit 41
                        """)
                .param("unit", door.unitId())
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list();
        return names.size() > 40 ? List.of() : names;
    }
}
