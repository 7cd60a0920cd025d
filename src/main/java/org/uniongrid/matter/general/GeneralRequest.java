package org.uniongrid.matter.general;

import static org.uniongrid.matter.Action.*;

import java.util.List;
import org.springframework.stereotype.Component;
import org.uniongrid.matter.MatterKind;
import org.uniongrid.matter.Seat;
import org.uniongrid.matter.Step;

/** 一般事项: a union asks another one for something that has no kind of its own. */
@Component
class GeneralRequest implements MatterKind {

    static final String KEY = "general";

    private static final List<Step> ROUTE = List.of(
            Step.at("handle", Seat.ASKED, "handle", ANSWER, REFUSE, RETURN, ASK_SIGNERS, DISPATCH, PAUSE),
            Step.at("amend", Seat.ASKER, "amend", COMPLETE));

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String pack() {
        return "general-request";
    }

    @Override
    public List<Step> route() {
        return ROUTE;
    }
}
