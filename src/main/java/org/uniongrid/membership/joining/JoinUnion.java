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

/** 入会申请: a worker asks to join; whoever answers accepts them, and with the answer they are a member. */
@Component
class JoinUnion implements MatterKind {

    static final String KEY = "join-union";

    private static final List<Step> ROUTE = List.of(
            Step.at("check", Seat.ASKED, "check", ANSWER, REFUSE, RETURN),
            Step.at("amend", Seat.ASKER, "amend", COMPLETE));

    private final ObjectProvider<Admission> admission;

    JoinUnion(ObjectProvider<Admission> admission) {
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

    /** The union's code says who decides. */
    @Override
    public boolean mayBeRerouted() {
        return false;
    }

    @Override
    public boolean mayReopen() {
        return false;
    }

    @Override
    public String wording(Action action) {
        return action == ANSWER ? "accept" : action.path();
    }

    @Override
    public Action.Words words(Action action) {
        return action == ANSWER ? Action.Words.WELCOME : action.words();
    }

    @Override
    public Shown shown(Matter matter, Actor reader) {
        return admission.getObject().shownOfJoining(matter);
    }

    @Override
    public void deciding(Matter matter, Action action, Actor actor) {
        if (action == ANSWER) admission.getObject().accept(matter, actor);
        if (action == REFUSE) admission.getObject().refuse(matter);
    }
}
