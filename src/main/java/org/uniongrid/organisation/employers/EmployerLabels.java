package org.uniongrid.organisation.employers;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.CoverMode;
import org.uniongrid.organisation.Covers;
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.organisation.IndustrySection;
import org.uniongrid.organisation.Origin;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.PartyOrganisation;
import org.uniongrid.organisation.SizeClass;
import org.uniongrid.web.Option;
import org.uniongrid.web.Say;

/** The words, badges and choices of the pages of one employer. */
public record EmployerLabels(Say say) {

    /** The fields of an entry, each of which a form carries as it was. */
    public static final List<String> FIELDS = List.of(
            "name",
            "uscc",
            "uscc-accepted",
            "ownership",
            "industry",
            "founded-on",
            "staff",
            "women",
            "origin",
            "party",
            "seat",
            "address",
            "lng",
            "lat");

    /** What a field says, in the reader's words. */
    public String told(String field, String text) {
        if (text.isEmpty()) return "—";
        var told = switch (field) {
            case "ownership" -> ownership(text);
            case "origin" -> origin(text);
            case "party" -> party(text);
            case "industry" -> industry(text);
            default -> text;
        };
        return told == null ? text : told;
    }

    public @Nullable String industry(@Nullable String code) {
        if (code == null) return null;
        return IndustrySection.of(code)
                .map(section -> code + " " + say.of(section.key()))
                .orElse(code);
    }

    public @Nullable String ownership(@Nullable String code) {
        return code == null ? null : say.of("employer.ownership." + code);
    }

    public @Nullable String origin(@Nullable String code) {
        return code == null ? null : new Origin(code).in(say);
    }

    public @Nullable String party(@Nullable String name) {
        return name == null ? null : say.of(PartyOrganisation.valueOf(name).key());
    }

    public @Nullable String size(@Nullable Integer insured) {
        return SizeClass.of(insured).map(one -> say.of(one.key())).orElse(null);
    }

    public @Nullable String insured(@Nullable Integer insured, @Nullable Integer year) {
        if (insured == null || year == null) return null;
        return say.of("employer.insured.of", insured, String.valueOf(year), String.valueOf(size(insured)));
    }

    public @Nullable String staff(@Nullable Integer staff, @Nullable Integer women) {
        if (staff == null) return null;
        return women == null ? say.of("unit.persons", staff) : say.of("unit.with-women", staff, women);
    }

    public String kind(EmployerState state) {
        return switch (state) {
            case OPERATING -> "ok";
            case SUSPENDED -> "warn";
            case CLOSED -> "mute";
        };
    }

    public String icon(EmployerState state) {
        return switch (state) {
            case OPERATING -> "circle-check";
            case SUSPENDED -> "player-pause";
            case CLOSED -> "circle-x";
        };
    }

    public List<Option> ownerships() {
        return Arrays.stream(Ownership.values())
                .map(one -> new Option(one.code(), one.code() + " " + say.of(one.key())))
                .toList();
    }

    public List<Option> sections() {
        return Arrays.stream(IndustrySection.values())
                .map(one -> new Option(one.name(), one.name() + " " + say.of(one.key())))
                .toList();
    }

    public List<Option> parties() {
        return Arrays.stream(PartyOrganisation.values())
                .map(one -> new Option(one.name(), say.of(one.key())))
                .toList();
    }

    public List<Origin> origins() {
        return Origin.USUAL;
    }

    /** The ways in which a union of this kind may cover. */
    public List<Option> modes(Category category) {
        return Arrays.stream(CoverMode.values())
                .filter(mode -> Covers.covers(category, mode))
                .map(mode -> new Option(mode.name(), say.of(mode.key())))
                .toList();
    }

    public List<Option> allModes() {
        return Arrays.stream(CoverMode.values())
                .map(mode -> new Option(mode.name(), say.of(mode.key())))
                .toList();
    }

    /** From then until then, or since then where it still is so. */
    public String span(LocalDate since, @Nullable LocalDate until) {
        return until == null
                ? say.of("unit.from", since.toString())
                : say.of("unit.span", since.toString(), until.toString());
    }
}
