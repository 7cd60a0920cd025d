package org.uniongrid.matter.workbench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.MatterKinds;
import org.uniongrid.matter.Matters;
import org.uniongrid.web.Form;
import org.uniongrid.web.TypedKey;

/** Does the same to several matters of a list. */
@Component
class Batches {

    private final MatterDesk desk;
    private final Matters matters;
    private final MatterKinds kinds;

    Batches(MatterDesk desk, Matters matters, MatterKinds kinds) {
        this.desk = desk;
        this.matters = matters;
        this.kinds = kinds;
    }

    /** @param failed how many somebody else had moved before, or may not be moved so */
    record Outcome(int chosen, int done, int failed) {}

    /** Rows are a matter and its step; a form sent again does nothing new, since each row has a key of its own. */
    Outcome act(Actor actor, Form form) {
        var action = form.value("action").equals("hand-over") ? Action.HAND_OVER : Action.TAKE;
        var rows = form.typed().getOrDefault("row", List.of()).stream()
                .distinct()
                .limit(WorkList.SIZE)
                .toList();
        var done = 0;
        for (var row : rows) if (moves(actor, row, action, form)) done++;
        return new Outcome(rows.size(), done, rows.size() - done);
    }

    private boolean moves(Actor actor, String row, Action action, Form form) {
        var ids = row.split(":", 2);
        var matter = TypedKey.uuid(ids[0]);
        var task = ids.length == 2 ? TypedKey.uuid(ids[1]) : TypedKey.uuid("");
        if (matter.isEmpty() || task.isEmpty()) return false;
        try {
            if (!kinds.of(matters.find(matter.get(), actor).kind()).mayGoInBatches()) return false;
            var key = UUID.nameUUIDFromBytes((form.value("key") + row).getBytes(StandardCharsets.UTF_8));
            var aim = TypedKey.uuid(form.value("post")).map(Act.Aim::post).orElse(Act.Aim.NONE);
            desk.act(actor, matter.get(), Act.of(action, task.get(), null, key).to(aim));
            return true;
        } catch (RuleBroken | NoSuchElementException moved) {
            return false;
        }
    }
}
