package org.uniongrid.organisation.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.duplicates.Timeline.Stretch;

/** What becomes of two entries that are one employer. */
public record Merge(Twin kept, Twin gone) {

    private static final String OWNER = "OWNER";

    /** A field that the two say otherwise; null where one says nothing. */
    public record Difference(
            String field, @Nullable String kept, @Nullable String gone) {

        /** What the entry that stays says, unless it says nothing. */
        public boolean takesGone() {
            return kept == null;
        }
    }

    public List<Difference> differences() {
        return Twins.FIELDS.keySet().stream()
                .map(field -> new Difference(
                        field, kept.values().get(field), gone.values().get(field)))
                .filter(one -> !Objects.equals(one.kept(), one.gone()))
                .toList();
    }

    /** Years that both report, and not alike. */
    public List<Difference> years() {
        return kept.insured().keySet().stream()
                .filter(gone.insured()::containsKey)
                .map(year ->
                        new Difference(String.valueOf(year), text(kept.insured(), year), text(gone.insured(), year)))
                .filter(one -> !Objects.equals(one.kept(), one.gone()))
                .toList();
    }

    private static String text(Map<Integer, Integer> insured, Integer year) {
        return String.valueOf(insured.get(year));
    }

    /** Every year that either reports; of both, the one chosen. */
    Map<Integer, Integer> insured(Set<String> takenFromGone) {
        var years = new TreeMap<>(gone.insured());
        kept.insured().forEach((year, insured) -> {
            if (!takenFromGone.contains(String.valueOf(year)) || !gone.insured().containsKey(year))
                years.put(year, insured);
        });
        return years;
    }

    /**
     * Every day that either was covered by a union; of two ways at once, the one that began first. The earliest is the main
     * union: of those that began on one day, the one that stays keeps its own.
     */
    List<Stretch> covers() {
        return joined(kept.covers(), gone.covers(), Comparator.comparing(Stretch::from)).stream()
                .sorted(Comparator.comparing(Stretch::from)
                        .thenComparing(one -> !Objects.equals(one.of(), kept.union()))
                        .thenComparing(one -> !isOf(kept, one)))
                .toList();
    }

    private static boolean isOf(Twin twin, Stretch stretch) {
        return twin.covers().stream().anyMatch(one -> one.of() == stretch.of());
    }

    /** The spell that makes another union the main one of the entry that stays, if there is one. */
    public Optional<Twin.Spell> newMainUnion(LocalDate today) {
        return covers().stream()
                .filter(one -> one.holds(today))
                .findFirst()
                .filter(one -> kept.union() != null && !Objects.equals(one.of(), kept.union()))
                .flatMap(one -> Stream.concat(gone.covers().stream(), kept.covers().stream())
                        .filter(spell -> spell.of() == one.of())
                        .findFirst());
    }

    /** Every day that either stood in a chain; of two positions at once, that of the owner. */
    List<Stretch> chains() {
        var ownersFirst = Comparator.comparing((Stretch one) -> !one.word().equals(OWNER));
        return joined(kept.chains(), gone.chains(), ownersFirst.thenComparing(Stretch::from));
    }

    private static List<Stretch> joined(List<Twin.Spell> ones, List<Twin.Spell> others, Comparator<Stretch> order) {
        var all = Stream.concat(ones.stream(), others.stream())
                .map(Twin.Spell::stretch)
                .toList();
        var joined = new ArrayList<Stretch>();
        for (var of : new TreeSet<>(all.stream().map(Stretch::of).toList()))
            joined.addAll(
                    Timeline.joined(all.stream().filter(one -> one.of() == of).toList(), order));
        return joined;
    }

    /** Names of the unions that cover both; of one out of reach, none is told. */
    public List<String> sharedUnions() {
        return shared(kept.covers(), gone.covers());
    }

    /** Names of the chains that both stand in. */
    public List<String> sharedChains() {
        return shared(kept.chains(), gone.chains());
    }

    private static List<String> shared(List<Twin.Spell> ones, List<Twin.Spell> others) {
        return ones.stream()
                .filter(one -> others.stream().anyMatch(other -> other.of() == one.of()))
                .map(Twin.Spell::name)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
