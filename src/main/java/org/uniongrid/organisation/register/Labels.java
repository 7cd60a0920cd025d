package org.uniongrid.organisation.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Ownership;
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
        return Arrays.stream(EmployerFilter.Standing.values())
                .map(one -> new Option(one.name(), asked(one)))
                .toList();
    }

    public List<Option> sizes() {
        return Arrays.stream(EmployerFilter.Size.values())
                .map(one -> new Option(one.name(), of(one)))
                .toList();
    }

    public List<Option> ownerships() {
        return Arrays.stream(Ownership.values())
                .map(one -> new Option(one.name(), say.of(one.key())))
                .toList();
    }

    public List<Option> categories() {
        return Arrays.stream(Category.values())
                .map(one -> new Option(one.name(), say.of(one.key())))
                .toList();
    }

    public List<Option> terms() {
        return Arrays.stream(UnitFilter.Term.values())
                .map(one -> new Option(one.name(), of(one)))
                .toList();
    }

    public List<Chip> chips(EmployerFilter filter, Query here) {
        var chips = new ArrayList<Chip>();
        if (filter.q() != null) chips.add(chip("q", filter.q(), here));
        if (filter.standing() != null) chips.add(chip("standing", asked(filter.standing()), here));
        if (filter.size() != null) chips.add(chip("size", of(filter.size()), here));
        if (filter.ownership() != null)
            chips.add(chip("ownership", say.of(filter.ownership().key()), here));
        return chips;
    }

    public List<Chip> chips(UnitFilter filter, Query here) {
        var chips = new ArrayList<Chip>();
        if (filter.q() != null) chips.add(chip("q", filter.q(), here));
        if (filter.category() != null)
            chips.add(chip("category", say.of(filter.category().key()), here));
        if (filter.term() != null) chips.add(chip("term", of(filter.term()), here));
        return chips;
    }

    private static Chip chip(String name, String label, Query here) {
        return new Chip(label, here.without(name).toString());
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
