package org.uniongrid.structure.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a change offers.
 *
 * @param above name of the unit above, or null at the top
 * @param choices units close by or found by words, that may be chosen
 * @param below units that stand directly below today
 * @param covered employers that it covers today, the first of them
 * @param employers how many it covers
 */
public record OrderForm(
        ChangeKind kind,
        Node unit,
        @Nullable String above,
        List<Node> choices,
        List<Below> below,
        List<Nodes.Employer> covered,
        int employers) {

    /** The addresses of the form, and of what it leads to. */
    public String here() {
        return "/structure/units/" + unit.publicId() + "/" + kind.path();
    }
}
