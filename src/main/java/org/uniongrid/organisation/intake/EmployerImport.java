package org.uniongrid.organisation.intake;

import static org.uniongrid.exchange.Column.optional;
import static org.uniongrid.exchange.Column.required;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.DivisionCode;

/** Takes in employers, with the union that covers them or, where there is none, by their seat. */
@Component
@Order(3)
class EmployerImport implements ImportKind {

    private static final Map<String, String> MODES = Map.of(
            "牵头",
            "LED",
            "单独",
            "ALONE",
            "联合",
            "JOINT",
            "覆盖",
            "COVERED",
            "区域",
            "COVERED",
            "行业",
            "COVERED",
            "兜底",
            "CATCH_ALL");

    private final Known known;
    private final Federations federations;
    private final EmployerWriter writer;

    EmployerImport(Known known, Federations federations, EmployerWriter writer) {
        this.known = known;
        this.federations = federations;
        this.writer = writer;
    }

    @Override
    public String key() {
        return "employers";
    }

    @Override
    public String permission() {
        return "organisation.employer.import";
    }

    @Override
    public Optional<String> seenAt() {
        return Optional.of("/organisation/employers");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                required("uscc", "统一社会信用代码", "信用代码", "credit code"),
                required("employer-name", "单位名称", "企业名称", "employer").like("云州顺达物流有限公司"),
                optional("ownership", "单位性质", "企业性质", "ownership")
                        .like("170")
                        .noted("import.unions.ownership")
                        .offering(Codes.OWNERSHIPS),
                optional("industry", "行业代码", "industry").like("G5810").noted("import.unions.industry"),
                optional("staff", "职工人数", "职工总数", "staff").like("128"),
                optional("women", "女职工人数", "women").like("46"),
                optional("division", "所在地区划代码", "区划代码", "division")
                        .like("990171401")
                        .noted("import.unions.division"),
                optional("address", "地址", "单位地址", "address").like("物流大道 18 号"),
                optional("lng", "经度", "longitude").like("103.812345"),
                optional("lat", "纬度", "latitude").like("25.912345"),
                optional("covered-by", "覆盖工会", "所属工会", "covered by").noted("import.unions.parent"),
                optional("cover-mode", "覆盖方式", "建会方式", "cover mode")
                        .like("联合")
                        .noted("import.employers.cover-mode")
                        .offering(Codes.COVER_MODES));
    }

    /** What a row would do. */
    private record Planned(
            EmployerEntry entry,
            @Nullable String mode,
            Known.@Nullable KnownUnit union,
            Known.@Nullable KnownEmployer there) {}

    @Override
    public void check(Sheet sheet, Actor actor, Findings findings) {
        for (var planned : plan(sheet, actor.reach(permission()), findings))
            findings.verdict(planned.entry().row(), verdict(planned));
    }

    /** An entry with what is known already where the list has no such column. */
    private static EmployerEntry whole(EmployerEntry entry, Known.@Nullable KnownEmployer there, Sheet sheet) {
        return there == null ? entry : entry.over(there.facts(), sheet::has);
    }

    private static Verdict verdict(Planned planned) {
        var there = planned.there();
        if (there == null) return Verdict.NEW;
        var covers = planned.union() != null && there.unionId() == null;
        return covers || !there.facts().equals(planned.entry().facts()) ? Verdict.CHANGED : Verdict.SAME;
    }

    @Override
    public void commit(Sheet sheet, Actor actor) {
        var findings = new Findings();
        var plan = plan(sheet, actor.reach(permission()), findings);
        if (!findings.problems().isEmpty()) throw new RegisterChanged();
        var added = new ArrayList<EmployerWriter.NewEmployer>();
        var covers = new ArrayList<EmployerWriter.NewCover>();
        var changed = new HashMap<Long, EmployerEntry>();
        var fresh = writer.employerIds(plan.size()).iterator();
        for (var planned : plan) {
            var there = planned.there();
            var union = planned.union();
            var id = there == null ? fresh.next() : (Long) there.id();
            if (there == null) added.add(new EmployerWriter.NewEmployer(id, planned.entry()));
            else if (!there.facts().equals(planned.entry().facts())) changed.put(id, planned.entry());
            if (union != null && (there == null || there.unionId() == null))
                covers.add(new EmployerWriter.NewCover(
                        id, union.id(), Objects.requireNonNullElse(planned.mode(), "COVERED")));
        }
        writer.insert(added);
        writer.update(changed);
        writer.cover(covers);
    }

    private List<Planned> plan(Sheet sheet, Reach reach, Findings findings) {
        var units = known.units(
                sheet.rows().stream().map(row -> row.cell("covered-by").strip()).toList(), reach);
        var employers = known.employers(
                sheet.rows().stream().map(row -> row.cell("uscc").strip()).toList());
        var divisions = known.divisions(codes(sheet));
        var seats = federations.seatedIn(codes(sheet));
        var first = new HashMap<String, ImportRow>();
        var plan = new ArrayList<Planned>();
        for (var row : sheet.rows()) {
            var cells = new Cells(row, findings);
            var read = EmployerEntry.read(cells);
            var there = read.uscc() == null ? null : employers.get(read.uscc());
            var entry = whole(read, there, sheet);
            cells.fits(entry.facts());
            var mode = cells.oneOf("cover-mode", text -> Optional.ofNullable(MODES.get(text)), "牵头、单独、联合、覆盖、兜底");
            var union = union(cells, units);
            var earlier = entry.uscc() == null ? null : first.putIfAbsent(entry.uscc(), row);
            if (earlier != null) cells.problem("uscc", "import.problem.twice", earlier.number());
            checkPlace(cells, entry, union, there, reach, divisions, seats);
            if (findings.isGood(row)) plan.add(new Planned(entry, mode, union, there));
        }
        return plan;
    }

    private static Known.@Nullable KnownUnit union(Cells cells, Known.Units units) {
        if (!cells.has("covered-by")) return null;
        var called = units.called(cells.text("covered-by"));
        if (called.size() == 1) return called.getFirst();
        cells.problem("covered-by", called.isEmpty() ? "import.problem.no-such-unit" : "import.problem.several-units");
        return null;
    }

    private static void checkPlace(
            Cells cells,
            EmployerEntry entry,
            Known.@Nullable KnownUnit union,
            Known.@Nullable KnownEmployer there,
            Reach reach,
            Set<String> divisions,
            Map<String, Federations.Seat> seats) {
        var division = entry.facts().division();
        var seatChanges =
                there == null || !Objects.equals(division, there.facts().division());
        if (seatChanges && division != null && !divisions.contains(division))
            cells.problem("division", "import.problem.no-such-division", division);
        else if (there != null && !there.isWithin(reach)) cells.problem("uscc", "import.problem.employer-elsewhere");
        else if (there != null && there.unionId() != null && union != null && there.unionId() != union.id())
            cells.problem("uscc", "import.problem.covered-by", Objects.toString(there.unionName(), ""));
        else if (seatChanges && !cells.has("covered-by") && (there == null || there.unionId() == null)) {
            if (division == null) cells.problem("division", "import.problem.needs-seat");
            else if (!Federations.isWithin(new DivisionCode(division), seats, reach))
                cells.problem("division", "import.problem.seat-out-of-reach");
        }
    }

    private static List<String> codes(Sheet sheet) {
        return sheet.rows().stream()
                .map(row -> DivisionCode.of(row.cell("division").strip()))
                .flatMap(Optional::stream)
                .flatMap(code -> Stream.concat(Stream.of(code.code()), code.above().stream()))
                .distinct()
                .toList();
    }
}
