package org.uniongrid.exchange.exports;

import java.time.Instant;
import java.util.UUID;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.web.Say;

/** Somebody asks for an export: what, in which post, when and from where. */
record ExportOrder(
        UUID id,
        ExportKind kind,
        ExportAsked asked,
        Actor actor,
        Actor.Post post,
        ExportKind.Unit unit,
        String address,
        Instant at,
        Say say) {

    String words() {
        return kind.words(asked, actor, say);
    }
}
