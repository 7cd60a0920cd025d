package org.uniongrid.portal.matters;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.MatterKinds;
import org.uniongrid.matter.OwnMatters;
import org.uniongrid.web.HomePart;
import org.uniongrid.web.Part;

/** What is under way, named by its kind alone; what its kind or its worker keeps out of sight is not there. */
@Component
class MattersOnHome implements HomePart {

    private static final int SHOWN = 3;
    private static final int READ = 20;

    private final OwnMatters own;
    private final MatterKinds kinds;

    MattersOnHome(OwnMatters own, MatterKinds kinds) {
        this.own = own;
        this.kinds = kinds;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Part> of(Actor worker) {
        var open = own.open(worker, READ).stream()
                .filter(one -> kinds.of(one.kind()).mayStandInSight())
                .limit(SHOWN)
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(new Part("portal/matters/home", Map.of("open", open)));
    }
}
