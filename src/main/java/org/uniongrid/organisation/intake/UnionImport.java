package org.uniongrid.organisation.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Category;

/** Takes in unions of every kind, with the employers of enterprise unions and the chairs. */
@Component
@Order(2)
class UnionImport implements ImportKind {

    private final Known known;
    private final Federations federations;
    private final UnitWriter units;
    private final EmployerWriter employers;
    private final ChairWriter chairs;
    private final KnownChairs knownChairs;

    UnionImport(
            Known known,
            Federations federations,
            UnitWriter units,
            EmployerWriter employers,
            ChairWriter chairs,
            KnownChairs knownChairs) {
        this.known = known;
        this.knownChairs = knownChairs;
        this.federations = federations;
        this.units = units;
        this.employers = employers;
        this.chairs = chairs;
    }

    @Override
    public String key() {
        return "unions";
    }

    @Override
    public String permission() {
        return "organisation.union.import";
    }

    @Override
    public Optional<String> seenAt() {
        return Optional.of("/organisation/units");
    }

    @Override
    public List<Column> columns() {
        return UnionColumns.ALL;
    }

    @Override
    public void check(Sheet sheet, Actor actor, Findings findings) {
        UnionPlan.of(sheet, actor.reach(permission()), known, federations, knownChairs, findings);
    }

    @Override
    public void commit(Sheet sheet, Actor actor) {
        var findings = new Findings();
        var plan = UnionPlan.of(sheet, actor.reach(permission()), known, federations, knownChairs, findings);
        if (findings.hasProblems()) throw new RegisterChanged();
        var ids = idsOf(plan);
        units.insert(plan.inOrder().stream()
                .filter(entry -> plan.existing(entry) == null)
                .map(entry -> newUnit(entry, plan, ids))
                .toList());
        units.update(changed(plan));
        writeEmployers(plan, ids);
        chairs.write(newChairs(plan, ids), plan.chairs());
    }

    private Map<UnionEntry, Long> idsOf(UnionPlan plan) {
        var ids = new LinkedHashMap<UnionEntry, Long>();
        var fresh = units.unitIds((int) plan.inOrder().stream()
                        .filter(entry -> plan.existing(entry) == null)
                        .count())
                .iterator();
        for (var entry : plan.inOrder()) {
            var unit = plan.existing(entry);
            ids.put(entry, unit == null ? fresh.next() : unit.id());
        }
        return ids;
    }

    private static NewUnit newUnit(UnionEntry entry, UnionPlan plan, Map<UnionEntry, Long> ids) {
        var category = entry.category();
        if (category == null) throw new RegisterChanged();
        return new NewUnit(
                id(ids, entry),
                parent(entry, plan, ids),
                entry.name(),
                category,
                entry.tier(),
                entry.details(),
                entry.more());
    }

    private static long id(Map<UnionEntry, Long> ids, UnionEntry entry) {
        var id = ids.get(entry);
        if (id == null) throw new RegisterChanged();
        return id;
    }

    private static @Nullable Long parent(UnionEntry entry, UnionPlan plan, Map<UnionEntry, Long> ids) {
        var inFile = plan.parentInFile(entry);
        if (inFile != null) return ids.get(inFile);
        var inRegister = plan.parentInRegister(entry);
        return inRegister == null ? null : (Long) inRegister.id();
    }

    private static List<UnitWriter.Changed> changed(UnionPlan plan) {
        var changed = new ArrayList<UnitWriter.Changed>();
        for (var entry : plan.inOrder()) {
            var unit = plan.existing(entry);
            if (unit != null && plan.changesUnit(entry))
                changed.add(new UnitWriter.Changed(unit, plan.details(entry), plan.more(entry)));
        }
        return changed;
    }

    private void writeEmployers(UnionPlan plan, Map<UnionEntry, Long> ids) {
        var added = new ArrayList<EmployerWriter.Row>();
        var covers = new ArrayList<EmployerWriter.NewCover>();
        var changed = new ArrayList<EmployerWriter.Row>();
        var fresh = employers
                .employerIds((int) plan.inOrder().stream()
                        .filter(entry ->
                                entry.employer() != null && plan.employers().there(entry) == null)
                        .count())
                .iterator();
        for (var entry : plan.inOrder()) {
            var employer = plan.employers().entry(entry);
            if (employer == null) continue;
            var there = plan.employers().there(entry);
            var id = there == null ? fresh.next() : (Long) there.id();
            if (there == null) added.add(EmployerWriter.Row.of(id, employer, id(ids, entry)));
            else if (!there.facts().equals(employer.facts())) changed.add(EmployerWriter.Row.of(id, employer, null));
            if (there == null || there.unionId() == null)
                covers.add(new EmployerWriter.NewCover(id, id(ids, entry), mode(entry)));
        }
        employers.insert(added);
        employers.update(changed);
        employers.cover(covers);
    }

    private static String mode(UnionEntry entry) {
        return entry.category() == Category.ENTERPRISE
                ? "ALONE"
                : entry.category() == Category.JOINT ? "JOINT" : "COVERED";
    }

    private static List<ChairWriter.NewChair> newChairs(UnionPlan plan, Map<UnionEntry, Long> ids) {
        var chairs = new ArrayList<ChairWriter.NewChair>();
        for (var entry : plan.inOrder())
            if (plan.existing(entry) == null && entry.chair() != null)
                chairs.add(new ChairWriter.NewChair(
                        id(ids, entry), entry.chair(), entry.details().termFrom()));
        return chairs;
    }
}
