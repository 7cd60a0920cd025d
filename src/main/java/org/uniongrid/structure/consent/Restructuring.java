package org.uniongrid.structure.consent;

import static org.uniongrid.matter.Action.*;

import java.util.List;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterKind;
import org.uniongrid.matter.Seat;
import org.uniongrid.matter.Shown;
import org.uniongrid.matter.Step;
import org.uniongrid.structure.PreparedOrders;

/** 组织调整报请同意: whoever answers consents, and with the answer the change is written. */
@Component
class Restructuring implements MatterKind {

    static final String KEY = "restructuring";

    private static final List<Step> ROUTE = List.of(
            Step.at("handle", Seat.ASKED, "handle", ANSWER, REFUSE, RETURN, ASK_SIGNERS, PAUSE),
            Step.at("amend", Seat.ASKER, "amend", COMPLETE));

    private final PreparedOrders orders;

    Restructuring(PreparedOrders orders) {
        this.orders = orders;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String pack() {
        return "restructuring";
    }

    @Override
    public List<Step> route() {
        return ROUTE;
    }

    /** What was written is undone as a change, never by its matter. */
    @Override
    public boolean mayReopen() {
        return false;
    }

    @Override
    public boolean mayGoInBatches() {
        return false;
    }

    /** Nobody consents without having seen what it brings. */
    @Override
    public boolean mayGoByLink() {
        return false;
    }

    @Override
    public String wording(Action action) {
        return switch (action) {
            case ANSWER -> "consent";
            case COMPLETE -> "prepare-anew";
            default -> action.path();
        };
    }

    @Override
    public Shown shown(Matter matter, Actor reader) {
        return orders.shown(matter, reader);
    }

    @Override
    public void deciding(Matter matter, Action action, Actor actor) {
        if (action == ANSWER) orders.consent(matter, actor);
        if (action == COMPLETE) orders.judgeAnew(matter);
    }
}
