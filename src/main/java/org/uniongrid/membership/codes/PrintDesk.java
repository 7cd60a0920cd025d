package org.uniongrid.membership.codes;

import static org.uniongrid.membership.MemberRule.CARD_IS_OF_A_MEMBER;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.CitySignature;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Masks;
import org.uniongrid.foundation.Reach;
import org.uniongrid.membership.Cards;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Roll;
import org.uniongrid.membership.Stay;
import org.uniongrid.membership.Stays;

/** Prints cards for members without a phone. */
@Component
class PrintDesk {

    private static final Period LIVES = Period.ofYears(2);
    private static final String SUBJECT = "membership.printed";

    private final JdbcClient db;
    private final PrintBook prints;
    private final CodeBook codes;
    private final Stays stays;
    private final Cards cards;
    private final CitySignature city;
    private final AuditTrail trail;
    private final Clock clock;
    private final ZoneId zone;

    PrintDesk(
            JdbcClient db,
            PrintBook prints,
            CodeBook codes,
            Stays stays,
            Cards cards,
            CitySignature city,
            AuditTrail trail,
            Clock clock,
            ZoneId zone) {
        this.db = db;
        this.prints = prints;
        this.codes = codes;
        this.stays = stays;
        this.cards = cards;
        this.city = city;
        this.trail = trail;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Whose card is printed.
     *
     * @param last the print that lasts; null where there is none
     */
    record Member(long id, UUID publicId, String name, Stay stay, PrintBook.@Nullable Print last) {}

    private record Found(long id, String name) {}

    /** @throws NoSuchElementException where nobody of this id is in a union within reach now */
    @Transactional(readOnly = true)
    public Member find(UUID person, Reach reach) {
        var found = db.sql("select id, name from people.person where public_id = ?")
                .param(person)
                .query(Found.class)
                .optional()
                .orElseThrow(() -> gone(person));
        var stay =
                stays.current(found.id()).filter(one -> reach.sees(one.scope())).orElseThrow(() -> gone(person));
        return new Member(
                found.id(), person, found.name(), stay, prints.of(found.id()).orElse(null));
    }

    private static NoSuchElementException gone(UUID person) {
        return new NoSuchElementException("No member " + person);
    }

    /** What is printed. */
    record Card(String name, String union, Optional<String> number, LocalDate until, String code) {}

    /** In place of the one before, which no gate takes any more. */
    @Transactional
    public Card print(Actor actor, UUID person) {
        var member = find(person, actor.reach(Roll.EDIT));
        CARD_IS_OF_A_MEMBER.require(member.stay().state() != MemberState.SUSPENDED);
        var until = LocalDate.now(clock).plus(LIVES);
        Instant end = until.atStartOfDay(zone).minusSeconds(1).toInstant();
        cards.make(member.id(), member.stay().unitId());
        var serial = prints.add(member.id(), end, actor.personId());
        trail.add(
                actor,
                Deed.of("membership.card.print", SUBJECT, member.publicId(), member.name())
                        .about(member.id()));
        var handle = codes.handle(member.id()).orElseThrow(() -> gone(person));
        var label = Voucher.label(Masks.name(member.name()), member.stay().unitName());
        var code = PrintedCode.unsigned(handle, serial, end, label).signed(city);
        return new Card(
                member.name(), member.stay().unitName(), cards.number(member.id()), until.minusDays(1), code.text());
    }

    /** Such as when it was lost. */
    @Transactional
    public void end(Actor actor, UUID person) {
        var member = find(person, actor.reach(Roll.EDIT));
        prints.end(member.id());
        trail.add(
                actor,
                Deed.of("membership.card.end", SUBJECT, member.publicId(), member.name())
                        .about(member.id()));
    }
}
