package org.uniongrid.organisation.intake;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;

/** One row of a list of unions, read and found sound in itself. */
record UnionEntry(
        ImportRow row,
        String name,
        String parent,
        @Nullable Category category,
        @Nullable Tier tier,
        NewUnit.UnitDetails details,
        RegisterFacts more,
        @Nullable EmployerEntry employer,
        @Nullable ChairEntry chair) {

    private static final String CATEGORIES = terms(Category.values(), Category::term, Category.GUEST);
    private static final String TIERS = terms(Tier.values(), Tier::term, null);

    static UnionEntry read(Cells cells) {
        cells.neverClear("unit-code", "unit-name", "parent", "category", "tier", "chair-name");
        var category = cells.oneOf("category", UnionEntry::category, CATEGORIES);
        var tier = cells.oneOf("tier", UnionEntry::tier, TIERS);
        var isFederation = category == Category.FEDERATION;
        if (isFederation && tier == null) cells.problem("tier", "import.problem.needs-tier");
        var details = details(cells);
        var employer = cells.has("employer-name") || cells.has("uscc") ? EmployerEntry.read(cells) : null;
        if (category == Category.ENTERPRISE && employer == null)
            cells.problem("employer-name", "import.problem.needs-employer");
        return new UnionEntry(
                cells.row(),
                cells.name("unit-name"),
                cells.text("parent"),
                category,
                isFederation ? tier : null,
                details,
                RegisterFacts.read(cells),
                employer,
                ChairEntry.read(cells));
    }

    private static NewUnit.UnitDetails details(Cells cells) {
        var staff = cells.count("staff");
        var women = cells.count("women");
        var members = cells.count("members");
        var womenMembers = cells.count("women-members");
        var termFrom = cells.day("term-start");
        var termTo = cells.day("term-end");
        return new NewUnit.UnitDetails(
                cells.textOrNull("unit-code"),
                cells.oneOf("org-type", text -> number(text, 8), "1–8"),
                cells.oneOf("org-form", text -> number(text, 7), "1–7"),
                cells.division("division"),
                cells.words("address"),
                cells.day("founded-on"),
                cells.oneOf("founding-way", UnionEntry::foundingWay, "线下、线上"),
                cells.words("reply-number"),
                termFrom,
                termTo,
                staff,
                women,
                members,
                womenMembers);
    }

    private static Optional<Category> category(String text) {
        return Arrays.stream(Category.values())
                .filter(one -> one != Category.GUEST && one.term().equals(text))
                .findFirst();
    }

    private static Optional<Tier> tier(String text) {
        return Arrays.stream(Tier.values())
                .filter(one -> one.term().equals(text))
                .findFirst();
    }

    private static Optional<String> foundingWay(String text) {
        return switch (text) {
            case "线下" -> Optional.of("OFFLINE");
            case "线上" -> Optional.of("ONLINE");
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String text, int most) {
        return text.matches("[1-9]") && Integer.parseInt(text) <= most
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    private static <T> String terms(T[] values, Function<T, String> term, @Nullable T without) {
        return Arrays.stream(values).filter(one -> one != without).map(term).collect(Collectors.joining("、"));
    }
}
