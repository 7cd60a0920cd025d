package org.uniongrid.casework;

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

/** 工单: accepted, handled, replied to, followed up, and closed. Its name on phones and in lists says nothing of what it is about. */
@Component
public class HotlineCase implements MatterKind {

    public static final String KEY = "service-order";

    public static final String HANDLE = "handle";
    public static final String VISIT = "visit";

    private static final List<Step> ROUTE = List.of(
            Step.at("accept", Seat.ASKED, "accept", APPROVE, REFUSE, RETURN),
            Step.at(HANDLE, Seat.ASKED, "general", REPLY, RETURN, ASK_SIGNERS, DISPATCH, PAUSE),
            Step.at(VISIT, Seat.ASKED, "visit", ANSWER, RETURN),
            Step.at("amend", Seat.ASKER, "amend", COMPLETE));

    private final ObjectProvider<CaseFiles> files;
    private final ObjectProvider<CaseShown> shown;
    private final ObjectProvider<Visits> visits;

    HotlineCase(ObjectProvider<CaseFiles> files, ObjectProvider<CaseShown> shown, ObjectProvider<Visits> visits) {
        this.files = files;
        this.shown = shown;
        this.visits = visits;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String pack() {
        return "hotline";
    }

    @Override
    public List<Step> route() {
        return ROUTE;
    }

    /** By its grade; an urgent one is accepted sooner. */
    @Override
    public String clock(Matter matter, Step step) {
        var file = files.getObject().of(matter);
        return switch (step.key()) {
            case "accept" -> file.urgent() ? "urgent" : "accept";
            case HANDLE -> file.grade().clock();
            default -> step.clock();
        };
    }

    @Override
    public boolean mayBeRerouted() {
        return false;
    }

    @Override
    public boolean mayGoByLink() {
        return false;
    }

    /** A boss who looks over a shoulder need not know that somebody asked for anything. */
    @Override
    public boolean mayStandInSight() {
        return false;
    }

    @Override
    public String wording(Action action) {
        return worded(action);
    }

    /** What an action is called at cases. */
    public static String worded(Action action) {
        return switch (action) {
            case APPROVE -> "case-accept";
            case REFUSE -> "case-refuse";
            case ANSWER -> "case-close";
            default -> action.path();
        };
    }

    @Override
    public Action.Words words(Action action) {
        return action == ANSWER ? Action.Words.WELCOME : action.words();
    }

    @Override
    public Shown shown(Matter matter, Actor reader) {
        return shown.getObject().of(matter, reader);
    }

    @Override
    public void deciding(Matter matter, Action action, Actor actor) {
        if (action == ANSWER) visits.getObject().requireSolved(matter);
    }
}
