package org.uniongrid.structure.changes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;
import org.uniongrid.web.Option;
import org.uniongrid.web.Say;

/** The words and choices of the pages of restructuring. */
public record Words(Say say) {

    /** Kinds of union that may be new in the tree. */
    public List<Option> categories() {
        return Arrays.stream(Category.values())
                .filter(one -> one != Category.GUEST)
                .map(one -> new Option(one.name(), say.of(one.key())))
                .toList();
    }

    public List<Option> tiers() {
        return Arrays.stream(Tier.values())
                .map(one -> new Option(one.name(), say.of(one.key())))
                .toList();
    }

    public List<Option> foundingWays() {
        return Stream.of("OFFLINE", "ONLINE")
                .map(one -> new Option(one, say.of("structure.founding-way." + one.toLowerCase(Locale.ROOT))))
                .toList();
    }

    public List<Option> states() {
        return Arrays.stream(ChangeState.values())
                .map(one -> new Option(one.name(), say.of(one.key())))
                .toList();
    }

    /** The new unions of a split by number; the unit itself keeps what goes to number 0. */
    public List<Option> parts() {
        return IntStream.rangeClosed(0, TypedOrder.MOST_PARTS)
                .mapToObj(number -> new Option(
                        String.valueOf(number),
                        number == 0 ? say.of("structure.part.stays") : say.of("structure.part", number)))
                .toList();
    }

    public List<Option> units(List<Node> nodes) {
        return nodes.stream()
                .map(one -> new Option(
                        one.publicId().toString(),
                        say.of(
                                "structure.unit-of-kind",
                                one.name(),
                                say.of(one.category().key()))))
                .toList();
    }

    public String problem(Problem problem) {
        return say.of(problem.rule().key(), problem.values().toArray());
    }

    public String span(LocalDate since, @Nullable LocalDate until) {
        return until == null
                ? say.of("unit.from", since.toString())
                : say.of("unit.span", since.toString(), until.toString());
    }

    /** Names one after the other, and how many there are besides. */
    public String names(List<String> names, long more) {
        var all = String.join(say.of("structure.and"), names);
        return more > 0 ? say.of("structure.and-more", all, more) : all;
    }
}
