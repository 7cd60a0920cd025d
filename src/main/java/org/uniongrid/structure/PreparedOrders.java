package org.uniongrid.structure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.Shown;
import org.uniongrid.web.Form;

/**
 * Orders that somebody has prepared and may not decide, since a part of them lies out of their reach. Each is kept with what
 * it was judged by, for the matter in which another unit is asked for its consent.
 */
public interface PreparedOrders {

    /**
     * An order as it is kept.
     *
     * @param kind key of the message that names it
     * @param subject name of the unit that it is about
     * @param asked public id of the lowest unit whose reach covers all of it, and which has somebody who may decide
     * @param named full name of a unit out of reach, as it was typed; or null
     * @param facts what is ordered, as its asker may see it
     */
    record Prepared(
            String kind,
            String subject,
            String reason,
            UUID asked,
            String askedName,
            @Nullable String named,
            String order,
            String basis,
            List<Shown.Fact> facts) {}

    /**
     * What was typed into the form of a change.
     *
     * @param order nothing where something is wrong with the form
     */
    record Read(Form form, Optional<Prepared> order) {}

    /** @throws RuleBroken where nobody has to be asked, or nobody can be */
    Read read(Actor actor, String kind, UUID unit, Form form);

    /** Once for each matter. */
    void keep(UUID matter, Prepared order);

    /** By what stands now. */
    void judgeAnew(Matter matter);

    /** What it would do now, as far as this reader may see it; what became of it, once that is decided. */
    Shown shown(Matter matter, Actor reader);

    /**
     * Writes it, in the name of whoever consents.
     *
     * @throws RuleBroken where it breaks a rule by now, or what it was judged by has changed; nothing is written then
     */
    void consent(Matter matter, Actor actor);
}
