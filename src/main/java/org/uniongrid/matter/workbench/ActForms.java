package org.uniongrid.matter.workbench;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Addressees;
import org.uniongrid.matter.MatterKind;
import org.uniongrid.matter.Papers;
import org.uniongrid.web.Form;
import org.uniongrid.web.TypedKey;

/** Reads the form of an action. */
@Component
class ActForms {

    private static final int LONGEST = 2_000;

    private final Addressees addressees;

    ActForms(Addressees addressees) {
        this.addressees = addressees;
    }

    /** @param isEnclosed whether papers came with it */
    static Form checked(Form form, MatterKind kind, Action action, boolean isEnclosed) {
        var words = words(form);
        var least = kind.words(action) == Action.Words.ASKED ? 2 : 0;
        return form.check("words", words.length() >= least && words.length() <= LONGEST, "matter.words.length")
                .check("post", action != Action.HAND_OVER || !posts(form).isEmpty(), "web.form.required")
                .check("post", action != Action.ASK_SIGNERS || !posts(form).isEmpty(), "matter.signers.missing")
                .check("files", form.value("decidedBy").isEmpty() || isEnclosed, "matter.scan.missing")
                .check("unit", !choosesUnits(action) || !values(form, "unit").isEmpty(), "matter.units.missing");
    }

    static boolean choosesUnits(Action action) {
        return action == Action.DISPATCH || action == Action.COPY;
    }

    Act act(Form form, Action action, @Nullable UUID step, List<Papers.Accepted> papers, Actor actor) {
        var words = words(form);
        var aim = new Act.Aim(
                posts(form),
                units(form, actor),
                needs(form),
                form.value("step").isEmpty() ? null : form.value("step"),
                form.has("inside", "true"),
                TypedKey.uuid(form.value("decidedBy")).orElse(null));
        return new Act(action, step, words.isEmpty() ? null : words, aim, papers, TypedKey.of(form.value("key")));
    }

    private static String words(Form form) {
        return form.value("words").strip();
    }

    private static List<String> values(Form form, String field) {
        return form.typed().getOrDefault(field, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static List<UUID> posts(Form form) {
        return values(form, "post").stream()
                .map(TypedKey::uuid)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What the actor may not choose stands as an id of no unit, so that the rule says what is wrong. */
    private List<UUID> units(Form form, Actor actor) {
        return values(form, "unit").stream()
                .map(value -> addressees.chosen(value, actor).orElseGet(() -> new UUID(0, 0)))
                .toList();
    }

    /** All of them, one of them, or as many as were typed. */
    private static int needs(Form form) {
        return switch (form.value("needs")) {
            case "", "all" -> posts(form).size();
            case String typed when typed.matches("[0-9]{1,2}") -> Integer.parseInt(typed);
            default -> 0;
        };
    }
}
