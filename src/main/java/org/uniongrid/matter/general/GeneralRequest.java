package org.uniongrid.matter.general;

import static org.uniongrid.matter.Action.ANSWER;
import static org.uniongrid.matter.Action.COMPLETE;
import static org.uniongrid.matter.Action.HAND_OVER;
import static org.uniongrid.matter.Action.PUT_BACK;
import static org.uniongrid.matter.Action.REFUSE;
import static org.uniongrid.matter.Action.RETURN;
import static org.uniongrid.matter.Action.TAKE;

import java.util.List;
import org.springframework.stereotype.Component;
import org.uniongrid.matter.MatterKind;
import org.uniongrid.matter.Step;

/** 一般事项: a union asks another one for something that has no kind of its own. */
@Component
class GeneralRequest implements MatterKind {

    static final String KEY = "general";

    private static final List<Step> ROUTE = List.of(
            Step.at("handle", Step.Side.ASKED, "handle", TAKE, PUT_BACK, HAND_OVER, ANSWER, REFUSE, RETURN),
            Step.at("amend", Step.Side.ASKER, "amend", COMPLETE));

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
