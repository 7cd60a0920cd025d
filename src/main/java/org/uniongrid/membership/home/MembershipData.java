package org.uniongrid.membership.home;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.membership.Cards;
import org.uniongrid.membership.Consents;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.AccountClosed;
import org.uniongrid.people.OwnData;
import org.uniongrid.web.Said;

/** What is kept of a worker as a member: unions, card, what they agreed to, where their code was taken, what they were given. */
@Component
@Order(10)
@Unscoped("of the worker themselves")
class MembershipData implements OwnData {

    private static final int MOST = 200;

    private final Stays stays;
    private final Cards cards;
    private final Consents consents;
    private final JdbcClient db;

    MembershipData(Stays stays, Cards cards, Consents consents, JdbcClient db) {
        this.stays = stays;
        this.cards = cards;
        this.consents = consents;
        this.db = db;
    }

    @Override
    public List<Part> of(Actor worker) {
        return List.of(
                new Part("member.membership", memberships(worker)),
                new Part("own.consents", agreed(worker)),
                new Part("own.data.uses", uses(worker)),
                new Part("own.data.gifts", gifts(worker)));
    }

    @Override
    public boolean keeps(Actor worker) {
        return stays.current(worker.personId()).isPresent();
    }

    /** What a member agreed to for being one is withdrawn by leaving. */
    @EventListener
    void on(AccountClosed closed) {
        for (var given : consents.of(closed.worker().personId()))
            if (closed.all() || given.purpose() != Consents.Purpose.MEMBERSHIP)
                consents.withdraw(closed.worker(), given.purpose());
    }

    private List<Fact> memberships(Actor worker) {
        var facts = new ArrayList<Fact>();
        for (var stay : stays.of(worker.personId()))
            facts.add(new Fact(
                    Said.of("web.plain", stay.unitName()),
                    stay.until() == null
                            ? Said.of("own.data.since", stay.since().toString())
                            : Said.of("own.span", stay.since().toString(), String.valueOf(stay.until()))));
        cards.number(worker.personId())
                .ifPresent(number -> facts.add(Fact.of("member.card", number.replaceAll("(.{4})(?!$)", "$1 "))));
        return facts;
    }

    private List<Fact> agreed(Actor worker) {
        return consents.of(worker.personId()).stream()
                .map(one -> Fact.of(one.purpose().key(), day(one.at().toString())))
                .toList();
    }

    /** The latest two hundred of the ninety days that are kept. */
    private List<Fact> uses(Actor worker) {
        return facts(
                worker,
                "select gate as label, at::date::text as day from membership.code_use where person_id = ? order by at desc limit ");
    }

    private List<Fact> gifts(Actor worker) {
        return facts(
                worker,
                "select g.name as label, c.at::date::text as day from membership.gift_claim c join membership.gift g on g.id = c.gift_id where c.person_id = ? order by c.at desc limit ");
    }

    private List<Fact> facts(Actor worker, String sql) {
        return db.sql(sql + MOST)
                .param(worker.personId())
                .query((row, number) -> new Fact(
                        Said.of("web.plain", row.getString("label")), Said.of("web.plain", row.getString("day"))))
                .list();
    }

    private static String day(String moment) {
        return moment.substring(0, 10);
    }
}
