package org.uniongrid.membership.joining;

import static org.uniongrid.matter.Action.*;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterKind;
import org.uniongrid.matter.Seat;
import org.uniongrid.matter.Shown;
import org.uniongrid.matter.Step;

/**
 * 转会: a member goes over to another union. The former one may object, with a reason and within days, and the union
 * above it settles that; it cannot hold anybody by saying nothing.
 */
@Component
class GoOver implements MatterKind {

    static final String KEY = "go-over";

    private static final List<Step> ROUTE = List.of(
            Step.at("object", Seat.ASKED, "object", ANSWER, APPROVE),
            Step.at("settle", Seat.ABOVE, "settle", ANSWER, REFUSE));

    private final ObjectProvider<Admission> admission;

    GoOver(ObjectProvider<Admission> admission) {
        this.admission = admission;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String pack() {
        return "joining";
    }

    @Override
    public List<Step> route() {
        return ROUTE;
    }

    @Override
    public boolean mayBeRerouted() {
        return false;
    }

    @Override
    public boolean mayReopen() {
        return false;
    }

    @Override
    public boolean mayGoByLink() {
        return false;
    }

    @Override
    public String wording(Action action) {
        return switch (action) {
            case ANSWER -> "let-go";
            case APPROVE -> "object";
            case REFUSE -> "keep";
            default -> action.path();
        };
    }

    @Override
    public Action.Words words(Action action) {
        return switch (action) {
            case ANSWER -> Action.Words.WELCOME;
            case APPROVE -> Action.Words.ASKED;
            default -> action.words();
        };
    }

    @Override
    public Shown shown(Matter matter, Actor reader) {
        return admission.getObject().shownOfGoing(matter);
    }

    @Override
    public void deciding(Matter matter, Action action, Actor actor) {
        switch (action) {
            case ANSWER -> admission.getObject().letGo(matter, actor);
            case APPROVE -> admission.getObject().objected(matter);
            case REFUSE -> admission.getObject().keep(matter);
            default -> {}
        }
    }
}
