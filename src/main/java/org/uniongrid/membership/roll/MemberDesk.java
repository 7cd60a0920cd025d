package org.uniongrid.membership.roll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.membership.Cards;
import org.uniongrid.membership.Change;
import org.uniongrid.membership.MemberRule;
import org.uniongrid.membership.Roll;
import org.uniongrid.membership.Standing;
import org.uniongrid.membership.Stay;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Profile;
import org.uniongrid.people.Profiles;

/** One member: what is known, and what somebody in charge enters. */
@Component
class MemberDesk {

    private final JdbcClient db;
    private final Stays stays;
    private final Cards cards;
    private final Identities identities;
    private final Profiles profiles;

    MemberDesk(JdbcClient db, Stays stays, Cards cards, Identities identities, Profiles profiles) {
        this.db = db;
        this.stays = stays;
        this.cards = cards;
        this.identities = identities;
        this.profiles = profiles;
    }

    /**
     * A member who was found within reach.
     *
     * @param stay the latest within reach; it may have ended
     * @param card number of the card, or null
     */
    record Member(
            long id,
            UUID publicId,
            String name,
            Stay stay,
            @Nullable String card,
            Map<IdentityField, String> masked,
            Profile profile,
            @Nullable String employer) {

        boolean lasts() {
            return stay.until() == null;
        }
    }

    /**
     * What became of somebody.
     *
     * @param by who entered it; null for the platform
     * @param other the union that they came from or went to
     */
    record Event(
            Instant at,
            Change what,
            @Nullable String words,
            @Nullable String by,
            String unitName,
            @Nullable String other) {}

    private record Found(long id, UUID publicId, String name) {}

    /** @throws NoSuchElementException where nobody of this id is or was in a union within reach */
    @Transactional(readOnly = true)
    public Member find(UUID person, Reach reach) {
        var found = db.sql("select id, public_id, name from people.person where public_id = ?")
                .param(person)
                .query(Found.class)
                .optional()
                .orElseThrow(() -> gone(person));
        var stay = stays.of(found.id()).stream()
                .filter(one -> reach.sees(one.scope()))
                .findFirst()
                .orElseThrow(() -> gone(person));
        return new Member(
                found.id(),
                found.publicId(),
                found.name(),
                stay,
                cards.number(found.id()).orElse(null),
                stay.until() == null ? identities.masked(found.id()) : Map.of(),
                stay.until() == null ? profiles.of(found.id()) : Profile.UNKNOWN,
                employer(stay));
    }

    private static NoSuchElementException gone(UUID person) {
        return new NoSuchElementException("No member " + person);
    }

    private @Nullable String employer(Stay stay) {
        if (stay.employerId() == null) return null;
        return db.sql("select name from organisation.employer where id = ?")
                .param(stay.employerId())
                .query(String.class)
                .single();
    }

    /** In the unions within reach, the latest first; what happened elsewhere is told there. */
    List<Event> history(Member member, Reach reach) {
        return db.sql("""
                        select v.at, v.what, v.words, v.by_name, u.name as unit_name, v.unit_name as other
                        from membership.stay s join membership.stay_event v on v.stay_id = s.id join organisation.unit u on u.id = s.unit_id
                        where s.person_id = :person and organisation.sees(:reach, s.scope) order by v.id desc
                        """)
                .param("person", member.id())
                .param("reach", reach.asArray())
                .query((row, number) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Change.valueOf(row.getString("what")),
                row.getString("words"),
                row.getString("by_name"),
                row.getString("unit_name"),
                row.getString("other"));
    }

    /**
     * Where somebody stands with the roll above.
     *
     * @param report number of the report with which they were handed in last; null where they never were
     * @param refused why the roll above did not take them; null where it did, or has not said
     */
    record Upward(
            Standing standing,
            @Nullable String report,
            @Nullable LocalDate on,
            @Nullable String refused) {}

    @Unscoped("of a member who was found within reach")
    Upward upward(Member member) {
        return db.sql("""
                        select s.standing, b.number as report, b.reported_on as on, b.refused from membership.stay s
                        left join lateral (
                            select n.number, n.reported_on, r.refused from membership.report_row r join membership.report n on n.id = r.report_id
                            where r.stay_id = s.id and n.state = 'REPORTED' order by n.id desc limit 1) b on true
                        where s.id = ?
                        """).param(member.stay().id()).query(Upward.class).single();
    }

    /** @throws RuleBroken where somebody else was first */
    @Transactional
    public void change(Actor actor, UUID person, Change change, String words) {
        var member = find(person, actor.reach(Roll.EDIT));
        MemberRule.STILL_A_MEMBER.require(member.lasts());
        stays.change(actor, member.stay(), member.name(), change, words);
    }
}
