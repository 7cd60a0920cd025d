package org.uniongrid.matter.workbench;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Addressees;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.MatterKinds;
import org.uniongrid.matter.Matters;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** Does the same to several matters of a list. */
@Component
class Batches {

    private static final Set<Action> OFFERED = EnumSet.of(Action.TAKE, Action.HAND_OVER, Action.PUT_BACK, Action.COPY);

    private static final int LONGEST = 200;

    private final MatterDesk desk;
    private final Matters matters;
    private final MatterKinds kinds;
    private final Addressees addressees;

    Batches(MatterDesk desk, Matters matters, MatterKinds kinds, Addressees addressees) {
        this.desk = desk;
        this.matters = matters;
        this.kinds = kinds;
        this.addressees = addressees;
    }

    record Outcome(int chosen, int done, List<Undone> undone) {}

    /**
     * One that stayed as it was.
     *
     * @param matter public id, and {@code title}, as far as the actor still sees it
     */
    record Undone(@Nullable UUID matter, @Nullable String title, Toast why) implements Serializable {}

    /** @throws NoSuchElementException where it is done to one matter at a time */
    static Action action(Form form) {
        return Optional.of(Action.at(form.value("action")))
                .filter(OFFERED::contains)
                .orElseThrow();
    }

    /** Rows are a matter and its step; a form sent again does nothing new, since each row has a key of its own. */
    Outcome act(Actor actor, Form form) {
        var action = action(form);
        var rows = form.typed().getOrDefault("row", List.of()).stream()
                .distinct()
                .limit(WorkList.SIZE)
                .toList();
        var undone = new ArrayList<Undone>();
        for (var row : rows) refused(actor, row, action, form).ifPresent(undone::add);
        return new Outcome(rows.size(), rows.size() - undone.size(), undone);
    }

    private Optional<Undone> refused(Actor actor, String row, Action action, Form form) {
        var ids = row.split(":", 2);
        var matter = TypedKey.uuid(ids[0]).flatMap(id -> found(id, actor));
        var task = TypedKey.uuid(ids.length == 2 ? ids[1] : "");
        if (matter.isEmpty() || task.isEmpty()) return Optional.of(new Undone(null, null, gone()));
        try {
            if (!kinds.of(matter.get().kind()).mayGoInBatches())
                return Optional.of(undone(matter.get(), new Toast("matter.batch.one-by-one", List.of())));
            desk.act(actor, matter.get().publicId(), act(actor, row, task.get(), action, form));
            return Optional.empty();
        } catch (RuleBroken broken) {
            return Optional.of(undone(matter.get(), new Toast(broken.rule().key(), texts(broken))));
        } catch (NoSuchElementException moved) {
            return Optional.of(new Undone(null, null, gone()));
        }
    }

    private Optional<Matter> found(UUID id, Actor actor) {
        try {
            return Optional.of(matters.find(id, actor));
        } catch (NoSuchElementException outOfSight) {
            return Optional.empty();
        }
    }

    private Act act(Actor actor, String row, UUID task, Action action, Form form) {
        var key = UUID.nameUUIDFromBytes((form.value("key") + row).getBytes(StandardCharsets.UTF_8));
        var words = form.value("words").strip();
        var said = words.isEmpty() || action.words() == Action.Words.NONE
                ? null
                : words.substring(0, Math.min(LONGEST, words.length()));
        return Act.of(action, action == Action.COPY ? null : task, said, key).to(aim(actor, action, form));
    }

    private Act.Aim aim(Actor actor, Action action, Form form) {
        return switch (action) {
            case HAND_OVER ->
                TypedKey.uuid(form.value("post")).map(Act.Aim::post).orElse(Act.Aim.NONE);
            case COPY ->
                addressees
                        .chosen(form.value("unit"), actor)
                        .map(unit -> Act.Aim.units(List.of(unit)))
                        .orElse(Act.Aim.NONE);
            default -> Act.Aim.NONE;
        };
    }

    private static Undone undone(Matter matter, Toast why) {
        return new Undone(matter.publicId(), matter.title(), why);
    }

    private static Toast gone() {
        return new Toast("matter.batch.gone", List.of());
    }

    private static List<String> texts(RuleBroken broken) {
        return broken.values().stream().map(String::valueOf).toList();
    }
}
