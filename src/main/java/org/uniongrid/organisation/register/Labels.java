package org.uniongrid.organisation.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.organisation.IndustrySection;
import org.uniongrid.organisation.Origin;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.PartyOrganisation;
import org.uniongrid.organisation.SizeClass;
import org.uniongrid.organisation.UnitState;
import org.uniongrid.web.Chip;
import org.uniongrid.web.Option;
import org.uniongrid.web.Query;
import org.uniongrid.web.Say;

/** The words, badges and choices of the register's pages. */
public record Labels(Say say) {

    public String of(EmployerFilter.Standing standing) {
        return say.of("register.standing." + lower(standing));
    }

    /** The words of the filter: whoever has a union has one, its term over or not. */
    private String asked(EmployerFilter.Standing standing) {
        return standing == EmployerFilter.Standing.COVERED ? say.of("register.standing.any") : of(standing);
    }

    public String kind(EmployerFilter.Standing standing) {
        return switch (standing) {
            case COVERED -> "ok";
            case NONE -> "bad";
            case OVERDUE -> "warn";
        };
    }

    public String icon(EmployerFilter.Standing standing) {
        return switch (standing) {
            case COVERED -> "circle-check";
            case NONE -> "alert-circle";
            case OVERDUE -> "calendar-exclamation";
        };
    }

    public String of(UnitFilter.Term term) {
        return say.of("register.term." + lower(term));
    }

    public String kind(UnitFilter.Term term) {
        return switch (term) {
            case RUNNING -> "ok";
            case ENDING -> "info";
            case OVERDUE -> "warn";
        };
    }

    public String icon(UnitFilter.Term term) {
        return switch (term) {
            case RUNNING -> "circle-check";
            case ENDING -> "clock";
            case OVERDUE -> "calendar-exclamation";
        };
    }

    public String of(EmployerFilter.Size size) {
        return say.of("register.size." + lower(size));
    }

    /** A figure that was reported, or a dash. */
    public String number(@Nullable Integer value) {
        return value == null ? "—" : say.number(value);
    }

    public List<Option> standings() {
        return options(EmployerFilter.Standing.values(), this::asked);
    }

    public List<Option> sizes() {
        return options(EmployerFilter.Size.values(), this::of);
    }

    public List<Option> ownerships() {
        return options(Ownership.values(), one -> say.of(one.key()));
    }

    public List<Option> categories() {
        return options(Category.values(), one -> say.of(one.key()));
    }

    public List<Option> terms() {
        return options(UnitFilter.Term.values(), this::of);
    }

    public List<Option> states() {
        return options(EmployerState.values(), one -> say.of(one.key()));
    }

    /** One that is dissolved stands in no list. */
    public List<Option> unitStates() {
        return Arrays.stream(UnitState.values())
                .filter(one -> one != UnitState.DISSOLVED)
                .map(one -> new Option(one.name(), say.of(one.key())))
                .toList();
    }

    public List<Option> industries() {
        return options(IndustrySection.values(), this::of);
    }

    public List<Option> insuredClasses() {
        return options(SizeClass.values(), one -> say.of(one.key()));
    }

    public List<Option> parties() {
        return options(PartyOrganisation.values(), one -> say.of(one.key()));
    }

    public List<Option> origins() {
        return Origin.USUAL.stream()
                .map(one -> new Option(one.code(), one.in(say)))
                .toList();
    }

    /** With its letter, as the standard has it. */
    public String of(IndustrySection section) {
        return section.name() + " " + say.of(section.key());
    }

    /** The section of a code of industry, or the code where there is none. */
    public @Nullable String industry(@Nullable String code) {
        if (code == null) return null;
        return IndustrySection.of(code).map(section -> say.of(section.key())).orElse(code);
    }

    /** A code of ownership in words. */
    public @Nullable String ownership(@Nullable String code) {
        return code == null ? null : say.of("employer.ownership." + code);
    }

    /** A country or region in words. */
    public @Nullable String origin(@Nullable String code) {
        return code == null ? null : Origin.of(code).map(one -> one.in(say)).orElse(code);
    }

    public @Nullable String party(@Nullable PartyOrganisation party) {
        return party == null ? null : say.of(party.key());
    }

    public List<Chip> chips(EmployerFilter filter, Query here, List<Option> lines, List<Option> chains) {
        var chips = new Chips(here);
        chips.add("q", filter.q());
        if (filter.standing() != null) chips.add("standing", asked(filter.standing()));
        if (filter.size() != null) chips.add("size", of(filter.size()));
        addClass(chips, filter.industry(), filter.ownership());
        if (filter.state() != null) chips.add("state", say.of(filter.state().key()));
        if (filter.insured() != null)
            chips.add(
                    "insured",
                    say.of("register.insured.chip", say.of(filter.insured().key())));
        if (filter.term() != null) chips.add("term", of(filter.term()));
        if (filter.party() != null)
            chips.add(
                    "party", say.of("register.party.chip", say.of(filter.party().key())));
        if (filter.origin() != null)
            chips.add("origin", say.of("register.origin.chip", String.valueOf(origin(filter.origin()))));
        if (filter.line() != null) chips.add("line", named(filter.line(), lines));
        if (filter.chain() != null) chips.add("chain", named(filter.chain(), chains));
        return chips.all();
    }

    public List<Chip> chips(UnitFilter filter, Query here, List<Option> lines) {
        var chips = new Chips(here);
        chips.add("q", filter.q());
        if (filter.category() != null)
            chips.add("category", say.of(filter.category().key()));
        if (filter.term() != null) chips.add("term", of(filter.term()));
        if (filter.state() != null) chips.add("state", say.of(filter.state().key()));
        addClass(chips, filter.industry(), filter.ownership());
        if (filter.size() != null) chips.add("size", of(filter.size()));
        if (filter.line() != null) chips.add("line", named(filter.line(), lines));
        return chips.all();
    }

    private void addClass(Chips chips, @Nullable IndustrySection industry, @Nullable Ownership ownership) {
        if (industry != null) chips.add("industry", of(industry));
        if (ownership != null) chips.add("ownership", say.of(ownership.key()));
    }

    /** What is no longer there, or out of reach, has no name. */
    private String named(UUID id, List<Option> options) {
        return options.stream()
                .filter(option -> option.value().equals(id.toString()))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> say.of("register.gone"));
    }

    /** Chips as they come together, each with the address without it. */
    private record Chips(Query here, List<Chip> all) {

        Chips(Query here) {
            this(here, new ArrayList<>());
        }

        void add(String name, @Nullable String label) {
            if (label != null) all.add(new Chip(label, here.without(name).toString()));
        }
    }

    private static <E extends Enum<E>> List<Option> options(E[] all, Function<E, String> words) {
        return Arrays.stream(all)
                .map(one -> new Option(one.name(), words.apply(one)))
                .toList();
    }

    /** How many a list holds; more than were counted are told as such. */
    public String found(String key, long count, long counted) {
        return count > counted ? say.of(key + ".more", counted) : say.of(key, count);
    }

    /** From then until then, or since then where it still is so. */
    public String span(LocalDate since, @Nullable LocalDate until) {
        return until == null
                ? say.of("unit.from", since.toString())
                : say.of("unit.span", since.toString(), until.toString());
    }

    /** Name of a choice, or an empty text where none was made. */
    public static String name(@Nullable Enum<?> choice) {
        return choice == null ? "" : choice.name();
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
