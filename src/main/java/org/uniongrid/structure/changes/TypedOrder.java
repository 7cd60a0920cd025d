package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.StructureRule.CHANGES_BEGIN_TODAY_OR_LATER;
import static org.uniongrid.structure.changes.StructureRule.CHANGES_BEGIN_WITHIN_FIVE_YEARS;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.DivisionCode;
import org.uniongrid.organisation.NewUnion;
import org.uniongrid.organisation.Tier;
import org.uniongrid.web.Form;

/** Reads what somebody typed into the form of a change. */
final class TypedOrder {

    static final int MOST_PARTS = 3;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_PAPER = 60;
    private static final int LONGEST_CODE = 40;

    private final UUID unit;
    private final LocalDate today;
    private Form form;

    private TypedOrder(UUID unit, Form form, LocalDate today) {
        this.unit = unit;
        this.form = form;
        this.today = today;
    }

    /** What was read; no order where something is wrong with the form. */
    record Read(Form form, Optional<Order> order) {}

    static Read of(ChangeKind kind, UUID unit, Form form, LocalDate today) {
        return new TypedOrder(unit, form, today).read(kind);
    }

    private Read read(ChangeKind kind) {
        var change = change(kind);
        var day = date("day");
        form = form.require("day", "reason");
        var reason = text("reason");
        form = form.check(
                "reason", reason.length() >= 2 && reason.length() <= LONGEST_REASON, "structure.reason.length");
        var paper = text("paper");
        form = form.check("paper", paper.length() <= LONGEST_PAPER, "structure.too-long", LONGEST_PAPER);
        if (day == null || change == null) return new Read(form, Optional.empty());
        var order = new Order(change, day, reason, emptyToNull(paper));
        form = form.check("day", !day.isBefore(today), CHANGES_BEGIN_TODAY_OR_LATER.key())
                .check("day", !order.isTooFar(today), CHANGES_BEGIN_WITHIN_FIVE_YEARS.key());
        return new Read(form, form.isWrong() ? Optional.empty() : Optional.of(order));
    }

    private @Nullable Change change(ChangeKind kind) {
        return switch (kind) {
            case CREATE -> create();
            case RENAME -> new Change.Rename(unit, name("name"));
            case MOVE -> {
                var parent = id("parent");
                form = form.check("parent", parent != null, "structure.parent.missing");
                yield parent == null ? null : new Change.Move(unit, parent);
            }
            case MERGE -> {
                var others = ids("other").filter(one -> !one.equals(unit)).toList();
                form = form.check("other", !others.isEmpty(), "structure.other.missing");
                yield new Change.Merge(unit, others);
            }
            case SPLIT -> split();
            case SUSPEND -> new Change.Suspend(unit);
            case RESUME -> new Change.Resume(unit);
            case DISSOLVE -> new Change.Dissolve(unit, id("heir"), id("cover"));
        };
    }

    private @Nullable Change create() {
        var name = name("name");
        var category = one(Category.values(), text("category"));
        var tier = one(Tier.values(), text("tier"));
        form = form.check("category", category != null && category != Category.GUEST, "structure.category.missing")
                .check(
                        "tier",
                        category == null || (category == Category.FEDERATION) == (tier != null),
                        "structure.tier.wrong");
        if (category == null) return null;
        var founded = text("founded-on").isEmpty() ? null : date("founded-on");
        var division = DivisionCode.of(text("division"));
        form = form.check("division", text("division").isEmpty() || division.isPresent(), "structure.division.wrong")
                .check("code", text("code").length() <= LONGEST_CODE, "structure.too-long", LONGEST_CODE)
                .check("founded-on", founded == null || !founded.isAfter(today), "structure.founded-on.future")
                .check(
                        "reply-number",
                        text("reply-number").length() <= LONGEST_PAPER,
                        "structure.too-long",
                        LONGEST_PAPER);
        return new Change.Create(
                unit,
                new NewUnion(
                        name,
                        category,
                        tier,
                        emptyToNull(text("code")),
                        division.map(DivisionCode::code).orElse(null),
                        founded,
                        one(new String[] {"OFFLINE", "ONLINE"}, text("founding-way")),
                        emptyToNull(text("reply-number"))));
    }

    /** New unions by number, and of everything below or covered the number of the one it goes to. */
    private Change split() {
        var parts = new ArrayList<Change.Part>();
        for (int number = 1; number <= MOST_PARTS; number++) {
            var name = text("name" + number);
            if (name.isEmpty()) continue;
            form = form.check("name" + number, name.length() <= LONGEST_NAME, "structure.too-long", LONGEST_NAME);
            parts.add(new Change.Part(name, given("below-", number), given("employer-", number)));
        }
        form = form.check("name1", !parts.isEmpty(), "web.form.required");
        var nameless = IntStream.rangeClosed(1, MOST_PARTS)
                .filter(number -> text("name" + number).isEmpty())
                .filter(number -> !given("below-", number).isEmpty()
                        || !given("employer-", number).isEmpty())
                .findFirst();
        if (nameless.isPresent()) form = form.wrong("name" + nameless.getAsInt(), "structure.part.nameless");
        return new Change.Split(unit, parts);
    }

    private List<UUID> given(String prefix, int number) {
        return form.typed().keySet().stream()
                .filter(field -> field.startsWith(prefix) && form.value(field).equals(String.valueOf(number)))
                .map(field -> uuid(field.substring(prefix.length())))
                .flatMap(Stream::ofNullable)
                .sorted()
                .toList();
    }

    private String name(String field) {
        var name = text(field);
        form = form.require(field).check(field, name.length() <= LONGEST_NAME, "structure.too-long", LONGEST_NAME);
        return name;
    }

    private String text(String field) {
        return form.value(field).strip();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private @Nullable UUID id(String field) {
        return uuid(form.value(field));
    }

    private Stream<UUID> ids(String field) {
        return form.typed().getOrDefault(field, List.of()).stream()
                .map(TypedOrder::uuid)
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted();
    }

    static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static <T> @Nullable T one(T[] values, String text) {
        return Arrays.stream(values)
                .filter(value -> value.toString().equals(text))
                .findFirst()
                .orElse(null);
    }

    private @Nullable LocalDate date(String field) {
        try {
            return LocalDate.parse(form.value(field));
        } catch (DateTimeParseException none) {
            form = form.wrong(field, "structure.day.wrong");
            return null;
        }
    }
}
