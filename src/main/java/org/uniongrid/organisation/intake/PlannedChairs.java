package org.uniongrid.organisation.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.Findings;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.intake.Known.KnownUnit;
import org.uniongrid.organisation.intake.KnownChairs.KnownPerson;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;

/**
 * The chairs that a list of unions names, beside the people who are known. Somebody is known again by the identity
 * number; a chair who is there already, by the name.
 */
final class PlannedChairs {

    private final List<UnionEntry> entries;
    private final Map<String, KnownPerson> byIdNumber;
    private final Map<UnionEntry, KnownPerson> there = new HashMap<>();
    private final Map<String, KnownPerson> namedHere = new HashMap<>();
    private final Map<String, List<Long>> byPhone;
    private final Set<Long> withIdNumber = new HashSet<>();
    private final Set<Long> withPhone = new HashSet<>();

    private PlannedChairs(List<UnionEntry> entries, KnownChairs known, Reach reach) {
        this.entries = entries;
        this.byIdNumber = known.withIdNumbers(given(ChairEntry::idNumber), reach);
        this.byPhone = known.withPhones(given(ChairEntry::phone));
    }

    static PlannedChairs of(
            List<UnionEntry> entries, KnownChairs known, Function<UnionEntry, @Nullable KnownUnit> units, Reach reach) {
        var plan = new PlannedChairs(entries, known, reach);
        plan.findThere(known, units);
        var persons = Stream.concat(plan.there.values().stream(), plan.byIdNumber.values().stream())
                .map(KnownPerson::id)
                .distinct()
                .toList();
        plan.withIdNumber.addAll(known.having(IdentityField.ID_NUMBER, persons));
        plan.withPhone.addAll(known.having(IdentityField.PHONE, persons));
        return plan;
    }

    private List<String> given(Function<ChairEntry, @Nullable String> number) {
        return entries.stream()
                .map(UnionEntry::chair)
                .filter(Objects::nonNull)
                .map(number)
                .filter(Objects::nonNull)
                .toList();
    }

    private void findThere(KnownChairs known, Function<UnionEntry, @Nullable KnownUnit> units) {
        var ids = entries.stream()
                .map(units)
                .filter(Objects::nonNull)
                .map(KnownUnit::id)
                .toList();
        var chairs = known.chairs(ids);
        for (var entry : entries) {
            var unit = units.apply(entry);
            var chair = unit == null ? null : chairs.get(unit.id());
            var given = entry.chair();
            if (chair == null || given == null || !chair.name().equals(given.name())) continue;
            there.put(entry, chair);
            if (given.idNumber() != null) namedHere.put(given.idNumber(), chair);
        }
    }

    /** One identity number is one person, in the list and in the register. */
    void check(Findings findings) {
        var first = new HashMap<String, UnionEntry>();
        for (var entry : entries) {
            var chair = entry.chair();
            if (chair == null || chair.idNumber() == null) continue;
            var before = first.putIfAbsent(chair.idNumber(), entry);
            if (before != null && !isSame(before, entry))
                findings.problem(
                        entry.row(),
                        "chair-id",
                        "import.problem.id-number-twice",
                        before.row().number());
            if (isTaken(entry, chair)) findings.problem(entry.row(), "chair-id", "import.problem.id-number-taken");
        }
    }

    private boolean isSame(UnionEntry one, UnionEntry other) {
        var there = this.there.get(one);
        var alsoThere = this.there.get(other);
        return Objects.requireNonNull(one.chair())
                        .name()
                        .equals(Objects.requireNonNull(other.chair()).name())
                && (there == null || alsoThere == null || there.id() == alsoThere.id());
    }

    /** By somebody of another name, or the chair who is there has another number. */
    private boolean isTaken(UnionEntry entry, ChairEntry chair) {
        var holder = byIdNumber.get(Objects.requireNonNull(chair.idNumber()));
        var present = there.get(entry);
        if (holder != null && !holder.name().equals(chair.name())) return true;
        if (present == null) return false;
        return holder == null ? withIdNumber.contains(present.id()) : holder.id() != present.id();
    }

    /** Who a new union's chair is, where that is somebody known: by the register, or by another row of this list. */
    @Nullable
    Long person(ChairEntry chair) {
        if (chair.idNumber() == null) return null;
        var holder = byIdNumber.getOrDefault(chair.idNumber(), namedHere.get(chair.idNumber()));
        return holder == null ? null : (Long) holder.id();
    }

    /** Whether a row brings nothing new of the chair who is there. */
    boolean isSame(UnionEntry entry) {
        var present = there.get(entry);
        return present == null || ofThere(entry, present).isEmpty();
    }

    /** The columns in which a row brings something new of the chair who is there. */
    List<String> columnsOfNews(UnionEntry entry) {
        var present = there.get(entry);
        return present == null
                ? List.of()
                : ofThere(entry, present).stream()
                        .map(news -> news.field() == IdentityField.ID_NUMBER ? "chair-id" : "chair-phone")
                        .toList();
    }

    /** What the list says of chairs who are there already, and the register did not know. */
    List<Identities.Entry> ofThere() {
        var all = new ArrayList<Identities.Entry>();
        there.forEach((entry, present) -> all.addAll(ofThere(entry, present)));
        return all;
    }

    private List<Identities.Entry> ofThere(UnionEntry entry, KnownPerson present) {
        var chair = Objects.requireNonNull(entry.chair());
        var news = new ArrayList<Identities.Entry>();
        if (chair.idNumber() != null && !withIdNumber.contains(present.id()))
            news.add(new Identities.Entry(present.id(), IdentityField.ID_NUMBER, chair.idNumber()));
        if (chair.phone() != null
                && !byPhone.getOrDefault(chair.phone(), List.of()).contains(present.id()))
            news.add(new Identities.Entry(present.id(), IdentityField.PHONE, chair.phone()));
        return news;
    }

    /** What to keep of a new union's chair. Of somebody out of sight, a list may add a phone but not change it. */
    List<Identities.Entry> ofNew(ChairEntry chair, long person) {
        var news = new ArrayList<Identities.Entry>();
        var holder = chair.idNumber() == null ? null : byIdNumber.get(chair.idNumber());
        if (chair.idNumber() != null && holder == null)
            news.add(new Identities.Entry(person, IdentityField.ID_NUMBER, chair.idNumber()));
        if (chair.phone() != null && (holder == null || holder.inSight() || !withPhone.contains(holder.id())))
            news.add(new Identities.Entry(person, IdentityField.PHONE, chair.phone()));
        return news;
    }
}
