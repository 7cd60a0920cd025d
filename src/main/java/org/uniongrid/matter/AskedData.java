package org.uniongrid.matter;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.people.OwnData;
import org.uniongrid.web.Said;

/** What a worker asked, told to themselves; what they hid is told too, since it is kept. */
@Component
@Order(20)
class AskedData implements OwnData {

    private static final int MOST = 200;

    private final OwnMatters matters;

    AskedData(OwnMatters matters) {
        this.matters = matters;
    }

    @Override
    public List<Part> of(Actor worker) {
        var facts = matters.latest(worker, MOST).stream()
                .map(own -> new Fact(
                        Said.of("matter.kind." + own.kind()), Said.of("matter.own.data.asked", own.asked(), day(own))))
                .toList();
        return List.of(new Part("matter.own.data", facts));
    }

    private static String day(OwnMatters.Own own) {
        return own.openedAt().toString().substring(0, 10);
    }
}
