package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.ChangeDesk.PERMISSION;
import static org.uniongrid.structure.changes.StructureRule.*;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.Shown;
import org.uniongrid.structure.PreparedOrders;
import org.uniongrid.web.Form;

/** Where orders wait that need the consent of another unit, and are written once they have it. */
@Component
class PreparedDesk implements PreparedOrders {

    private final OrderReader reader;
    private final Covering covering;
    private final PreparedBook book;
    private final PreparedPage page;
    private final ChangeDesk desk;
    private final Nodes nodes;

    PreparedDesk(
            OrderReader reader, Covering covering, PreparedBook book, PreparedPage page, ChangeDesk desk, Nodes nodes) {
        this.reader = reader;
        this.covering = covering;
        this.book = book;
        this.page = page;
        this.desk = desk;
        this.nodes = nodes;
    }

    @Override
    public Read read(Actor actor, String kind, UUID unit, Form form) {
        var read = reader.anywhere(actor, ChangeKind.at(kind), unit, form);
        var named = form.value("named").strip();
        return new Read(read.form(), read.order().map(order -> prepared(actor, order, named)));
    }

    private Prepared prepared(Actor actor, Order order, String typed) {
        var reach = actor.reach(PERMISSION);
        var ground = covering.ground(order);
        WHO_REACHES_ALL_OF_IT_DECIDES.require(!reach.seesBelow(ground));
        var asked = covering.at(ground).orElseThrow(() -> new RuleBroken(SOMEBODY_ABOVE_MAY_CONSENT));
        var named = typed.isEmpty() ? null : typed;
        var basis = desk.look(order, PreparedBook.reach(asked.scope().path()))
                .rehearsal()
                .basis();
        return new Prepared(
                order.change().kind().key(),
                nodes.find(order.change().unit(), reach).name(),
                order.reason(),
                asked.publicId(),
                asked.name(),
                named,
                book.text(order),
                basis.text(),
                page.ordered(order, named, reach));
    }

    @Override
    public void keep(UUID matter, Prepared order) {
        book.keep(matter, order);
    }

    @Override
    @Transactional
    public void judgeAnew(Matter matter) {
        var kept = kept(matter);
        try {
            var judged = desk.look(kept.order(), kept.asked()).rehearsal();
            book.judged(matter.publicId(), judged.basis());
        } catch (NoSuchElementException gone) {
            throw new RuleBroken(WHO_CONSENTS_REACHES_ALL_OF_IT);
        }
    }

    @Override
    public Shown shown(Matter matter, Actor reader) {
        return book.find(matter.publicId())
                .map(kept -> page.of(matter, kept, reader))
                .orElse(Shown.NOTHING);
    }

    @Override
    @Transactional
    public void consent(Matter matter, Actor actor) {
        var kept = kept(matter);
        var asked = new ChangeDesk.Asked(matter.unitName(), matter.personName(), matter.label());
        try {
            var outcome = desk.confirm(actor, kept.order(), kept.basis(), matter.publicId(), asked);
            switch (outcome) {
                case ChangeDesk.Confirmed it -> book.decided(matter.publicId(), it.change());
                case ChangeDesk.Refused it -> throw refused(it);
            }
        } catch (NoSuchElementException outOfReach) {
            throw new RuleBroken(WHO_CONSENTS_REACHES_ALL_OF_IT);
        }
    }

    private static RuleBroken refused(ChangeDesk.Refused it) {
        return it.anew().isPossible()
                ? new RuleBroken(ORDER_WAS_JUDGED_BY_WHAT_STANDS, Basis.said(it.changed()))
                : it.anew().problems().getFirst().broken();
    }

    private PreparedBook.Kept kept(Matter matter) {
        return book.find(matter.publicId())
                .orElseThrow(() -> new NoSuchElementException("No order for " + matter.publicId()));
    }
}
