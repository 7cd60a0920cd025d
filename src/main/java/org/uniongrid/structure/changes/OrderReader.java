package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.ChangeDesk.PERMISSION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.DivisionCode;
import org.uniongrid.web.Form;

/** Reads the order that a form holds, with the units that it names. */
@Component
class OrderReader {

    /** Fields that name other units. */
    static final List<String> CHOICES = List.of("parent", "heir", "cover", "other");

    private final Nodes nodes;
    private final Outside outside;
    private final Obstacles obstacles;
    private final Clock clock;

    OrderReader(Nodes nodes, Outside outside, Obstacles obstacles, Clock clock) {
        this.nodes = nodes;
        this.outside = outside;
        this.obstacles = obstacles;
        this.clock = clock;
    }

    /**
     * A parent may also be named in full.
     *
     * @throws org.uniongrid.foundation.RuleBroken where it stands out of reach
     */
    TypedOrder.Read within(Actor actor, ChangeKind kind, UUID id, Form form) {
        var unit = nodes.find(id, actor.reach(PERMISSION));
        return read(actor, kind, unit, form, name -> outside.named(name, unit, actor));
    }

    /** A parent that is named in full may stand out of reach. */
    TypedOrder.Read anywhere(Actor actor, ChangeKind kind, UUID id, Form form) {
        return read(actor, kind, nodes.find(id, actor.reach(PERMISSION)), form, outside::anywhere);
    }

    /** What is chosen and not within reach is as if it were not chosen. The form keeps what was typed, and no id besides. */
    private TypedOrder.Read read(
            Actor actor, ChangeKind kind, Node unit, Form form, Function<String, Optional<UUID>> named) {
        for (var field : CHOICES) {
            var chosen = chosen(form, field);
            if (nodes.seen(chosen, actor.reach(PERMISSION)).size() < chosen.size())
                return wrong(form, field, "structure.parent.missing");
        }
        var asked = form;
        var name = form.value("named").strip();
        if (kind == ChangeKind.MOVE && !name.isEmpty()) {
            var found = named.apply(name);
            if (found.isEmpty()) return wrong(form, "named", "structure.named.none");
            asked = form.with("parent", found.get());
        }
        if (kind == ChangeKind.CREATE && !isKnown(form.value("division")))
            return wrong(form, "division", "structure.division.none");
        var read = TypedOrder.of(kind, unit.publicId(), asked, LocalDate.now(clock));
        return new TypedOrder.Read(new Form(form.typed(), read.form().problems()), read.order());
    }

    private static TypedOrder.Read wrong(Form form, String field, String key) {
        return new TypedOrder.Read(form.wrong(field, key), Optional.empty());
    }

    private boolean isKnown(String division) {
        return DivisionCode.of(division.strip())
                .map(DivisionCode::code)
                .map(obstacles::isDivision)
                .orElse(true);
    }

    static List<UUID> chosen(Form form, String field) {
        return form.typed().getOrDefault(field, List.of()).stream()
                .map(TypedOrder::uuid)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}
