package org.uniongrid.matter;

import org.springframework.stereotype.Component;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.UnitDirectory;

/** The unit that a list of matters is taken along for. */
@Component
public class WhoseList {

    private final UnitDirectory units;

    WhoseList(UnitDirectory units) {
        this.units = units;
    }

    /** That of the post that was chosen; for a post of the whole cell, the one at its top. */
    public ExportKind.Unit of(Actor actor) {
        var post = actor.chosen();
        if (post != null && post.unitId() != null && post.unitName() != null && post.scope() != null)
            return new ExportKind.Unit(post.unitId(), post.unitName(), post.scope());
        return units.tops(Matters.reach(actor)).stream()
                .findFirst()
                .map(top -> new ExportKind.Unit(top.publicId(), top.name(), top.scope()))
                .orElseThrow();
    }
}
