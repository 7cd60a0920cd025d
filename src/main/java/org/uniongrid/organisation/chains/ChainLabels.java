package org.uniongrid.organisation.chains;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uniongrid.web.Chip;
import org.uniongrid.web.Option;
import org.uniongrid.web.Query;
import org.uniongrid.web.Say;

/** The words and choices of the pages of chains. */
public record ChainLabels(Say say) {

    public List<Option> kinds() {
        return Arrays.stream(ChainKind.values())
                .map(kind -> new Option(kind.name(), say.of(kind.key())))
                .toList();
    }

    public List<Option> states() {
        return Arrays.stream(ChainFilter.State.values())
                .map(state -> new Option(state.name(), of(state)))
                .toList();
    }

    /** Positions that a form offers; the owner's has a page of its own. */
    public List<Option> sharedPositions() {
        return options(Position.SHARED);
    }

    public List<Option> positions() {
        return options(List.of(Position.values()));
    }

    private List<Option> options(List<Position> positions) {
        return positions.stream()
                .map(position -> new Option(position.name(), say.of(position.key())))
                .toList();
    }

    public List<Option> standings() {
        return Arrays.stream(MemberFilter.Standing.values())
                .map(standing -> new Option(standing.name(), of(standing)))
                .toList();
    }

    private String of(ChainFilter.State state) {
        return say.of(
                switch (state) {
                    case ENDED -> "chain.state.ended";
                    case UNFINISHED -> "chain.state.unfinished";
                });
    }

    private String of(MemberFilter.Standing standing) {
        return say.of(
                switch (standing) {
                    case COVERED -> "register.standing.any";
                    case NONE -> "register.standing.none";
                });
    }

    public List<Chip> chips(ChainFilter filter, @Nullable String keeper, Query here) {
        var chips = new ArrayList<Chip>();
        if (filter.q() != null) chips.add(chip("q", filter.q(), here));
        if (filter.kind() != null) chips.add(chip("kind", say.of(filter.kind().key()), here));
        if (filter.state() != null) chips.add(chip("state", of(filter.state()), here));
        if (keeper != null) chips.add(chip("keeper", keeper, here));
        return chips;
    }

    public List<Chip> chips(MemberFilter filter, @Nullable String region, Query here) {
        var chips = new ArrayList<Chip>();
        if (filter.position() != null)
            chips.add(chip("position", say.of(filter.position().key()), here));
        if (filter.standing() != null) chips.add(chip("standing", of(filter.standing()), here));
        if (filter.region() != null) chips.add(chip("region", region == null ? filter.region() : region, here));
        return chips;
    }

    private static Chip chip(String name, String label, Query here) {
        return new Chip(label, here.without(name).toString());
    }

    /** Name of a choice, or an empty text where none was made. */
    public static String name(@Nullable Enum<?> choice) {
        return choice == null ? "" : choice.name();
    }

    /** A figure that was reported, or a dash. */
    public String number(@Nullable Integer value) {
        return value == null ? "—" : say.number(value);
    }

    /** From then until then, or since then where it still is so. */
    public String span(LocalDate since, @Nullable LocalDate until) {
        return until == null
                ? say.of("unit.from", since.toString())
                : say.of("unit.span", since.toString(), until.toString());
    }
}
