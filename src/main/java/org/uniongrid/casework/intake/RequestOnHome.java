package org.uniongrid.casework.intake;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.web.HomePart;
import org.uniongrid.web.Part;

/** The way to ask for something; that somebody has asked stands behind it, never here. */
@Component
class RequestOnHome implements HomePart {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Part> of(Actor worker) {
        return Optional.of(new Part("casework/intake/tile", Map.of()));
    }
}
