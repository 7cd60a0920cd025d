package org.uniongrid.organisation.chains;

import static org.uniongrid.organisation.chains.ChainRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.chains.Candidates.Candidate;

/** Where employers are put into chains, moved within them and taken out. All of one chain is done one after the other. */
@Component
class MemberDesk {

    private final JdbcClient db;
    private final AuditTrail trail;
    private final Clock clock;

    MemberDesk(JdbcClient db, AuditTrail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** A time in a chain that goes on after some day. */
    private record Time(
            long id,
            long employerId,
            String name,
            Position position,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** Puts an employer into a chain from a day on; not as its owner. */
    @Transactional
    void add(Actor actor, Chain chain, Candidate employer, Position position, LocalDate since) {
        OWNER_IS_CHANGED_ON_ITS_OWN_PAGE.require(position != Position.OWNER);
        lock(chain);
        MEMBERSHIP_BEGINS_TODAY_OR_EARLIER.require(!since.isAfter(today()));
        EMPLOYER_STANDS_IN_A_CHAIN_ONCE.require(
                times(chain, since, "m.employer_id = :what", employer.id()).isEmpty());
        begin(chain, employer.id(), position, since);
        trail.add(
                actor,
                deed("organisation.chain.add", chain)
                        .with("chain-member", null, employer.name())
                        .with("chain-position", null, position.term())
                        .with("chain-since", null, since.toString()));
    }

    /** From a day on the employer stands elsewhere in the chain; from the day it began, it did so always. */
    @Transactional
    void move(Actor actor, Chain chain, Member member, Position to, LocalDate from) {
        OWNER_IS_CHANGED_ON_ITS_OWN_PAGE.require(to != Position.OWNER && member.position() != Position.OWNER);
        var now = running(chain, member);
        POSITION_IS_ANOTHER.require(now.position() != to);
        MEMBERSHIP_BEGINS_TODAY_OR_EARLIER.require(!from.isAfter(today()));
        MEMBERSHIP_ENDS_AFTER_IT_BEGINS.require(!from.isBefore(now.since()));
        if (from.equals(now.since()))
            db.sql("update organisation.chain_member set position = ? where id = ?")
                    .params(to.name(), now.id())
                    .update();
        else {
            end(now, from);
            begin(chain, now.employerId(), to, from);
        }
        trail.add(
                actor,
                deed("organisation.chain.move", chain)
                        .with("chain-member", null, now.name())
                        .with("chain-position", now.position().term(), to.term())
                        .with("chain-since", now.since().toString(), from.toString()));
    }

    /** The employer stands in the chain no longer from a day on; what would end as it begins is taken back. */
    @Transactional
    void takeOut(Actor actor, Chain chain, Member member, LocalDate until) {
        var now = running(chain, member);
        MEMBERSHIP_ENDS_TODAY_OR_EARLIER.require(!until.isAfter(today()));
        MEMBERSHIP_ENDS_AFTER_IT_BEGINS.require(!until.isBefore(now.since()));
        end(now, until);
        trail.add(
                actor,
                deed("organisation.chain.take-out", chain)
                        .with("chain-member", now.name(), null)
                        .with("chain-position", now.position().term(), null)
                        .with("chain-until", null, until.toString()));
    }

    /**
     * Makes an employer the owner from a day on, whether or not it stood in the chain before.
     *
     * @param afterwards where the former owner stands from then on, or null where it leaves the chain
     */
    @Transactional
    void lead(Actor actor, Chain chain, Candidate employer, LocalDate from, @Nullable Position afterwards) {
        lock(chain);
        MEMBERSHIP_BEGINS_TODAY_OR_EARLIER.require(!from.isAfter(today()));
        var owners = times(chain, from, "m.position = :what", Position.OWNER.name());
        EMPLOYER_IS_THE_OWNER_ALREADY.require(
                owners.stream().noneMatch(owner -> owner.employerId() == employer.id() && owner.until() == null));
        CHAIN_HAS_ONE_OWNER.require(owners.stream().allMatch(owner -> endsFor(owner, from)) && owners.size() < 2);
        for (var former : owners) {
            end(former, from);
            if (afterwards != null && afterwards != Position.OWNER) begin(chain, former.employerId(), afterwards, from);
        }
        for (var before : times(chain, from, "m.employer_id = :what", employer.id())) {
            EMPLOYER_STANDS_IN_A_CHAIN_ONCE.require(
                    before.until() == null && !before.since().isAfter(from));
            end(before, from);
        }
        begin(chain, employer.id(), Position.OWNER, from);
        trail.add(
                actor,
                deed("organisation.chain.lead", chain)
                        .with(
                                "chain-owner",
                                owners.isEmpty() ? null : owners.getFirst().name(),
                                employer.name())
                        .with("chain-since", null, from.toString()));
    }

    private static boolean endsFor(Time owner, LocalDate from) {
        return owner.until() == null && owner.since().isBefore(from);
    }

    /** Times in the chain that are not over on this day. */
    private List<Time> times(Chain chain, LocalDate after, String which, Object what) {
        return db.sql("""
                        select m.id, m.employer_id, e.name, m.position, lower(m.during) as since, upper(m.during) as until
                        from organisation.chain_member m join organisation.employer e on e.id = m.employer_id
                        where m.chain_id = :chain and m.during && daterange(:after, null) and\s""" + which + " order by m.during")
                .param("chain", chain.id())
                .param("after", after)
                .param("what", what)
                .query(Time.class)
                .list();
    }

    private Time running(Chain chain, Member member) {
        lock(chain);
        return times(chain, today(), "m.id = :what", member.id()).stream()
                .filter(time -> time.until() == null)
                .findFirst()
                .orElseThrow(() -> new RuleBroken(MEMBERSHIP_IS_NOT_OVER));
    }

    private void begin(Chain chain, long employer, Position position, LocalDate since) {
        db.sql("""
                        insert into organisation.chain_member (chain_id, employer_id, position, during)
                        values (:chain, :employer, :position, daterange(:since, null))
                        """)
                .param("chain", chain.id())
                .param("employer", employer)
                .param("position", position.name())
                .param("since", since)
                .update();
    }

    private void end(Time time, LocalDate until) {
        if (until.equals(time.since()))
            db.sql("delete from organisation.chain_member where id = ?")
                    .param(time.id())
                    .update();
        else
            db.sql("update organisation.chain_member set during = daterange(lower(during), ?) where id = ?")
                    .params(until, time.id())
                    .update();
    }

    private void lock(Chain chain) {
        CHAIN_HAS_NOT_ENDED.require(
                db.sql("select id from organisation.chain where id = ? and ended_on is null for update")
                        .param(chain.id())
                        .query(Long.class)
                        .optional()
                        .isPresent());
    }

    private static Deed deed(String action, Chain chain) {
        return Deed.of(action, ChainDesk.SUBJECT, chain.publicId(), chain.name());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
