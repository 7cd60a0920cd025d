package org.uniongrid.organisation.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.uniongrid.organisation.intake.KnownChains.KnownMember;

/** Takes in who stands where in which industry chain. Who stands there already is left alone. */
@Component
@Order(6)
class ChainImport implements ImportKind {

    private static final Map<String, String> POSITIONS =
            Map.of("链主", "OWNER", "上游", "UPSTREAM", "下游", "DOWNSTREAM", "配套", "SERVICE", "服务", "SERVICE");

    private final Known known;
    private final KnownChains chains;
    private final ChainWriter writer;
    private final Clock clock;

    ChainImport(Known known, KnownChains chains, ChainWriter writer, Clock clock) {
        this.known = known;
        this.chains = chains;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "chains";
    }

    @Override
    public String permission() {
        return "organisation.chain.edit";
    }

    @Override
    public Optional<String> seenAt() {
        return Optional.of("/organisation/chains");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("chain", "产业链", "产业链名称", "chain").noted("import.chains.chain"),
                Column.required("uscc", "统一社会信用代码", "信用代码", "credit code"),
                Column.skipped("employer-name", "单位名称", "企业名称", "employer"),
                Column.required("position", "在链位置", "位置", "position")
                        .like("上游")
                        .offering(List.of("链主", "上游", "下游", "配套"))
                        .noted("import.chains.position"),
                Column.optional("since", "加入日期", "从哪天起", "since")
                        .like("2026-03-01")
                        .noted("import.chains.since"));
    }

    /** What a row would do; the time it ends, where the employer stands elsewhere in the chain. */
    record Planned(
            ImportRow row,
            long chain,
            long employer,
            String position,
            LocalDate since,
            @Nullable KnownMember before) {

        boolean isSame() {
            return before != null && before.position().equals(position);
        }
    }

    @Override
    public void check(Sheet sheet, Actor actor, Findings findings) {
        for (var planned : plan(sheet, actor.reach(permission()), findings)) {
            var moves = planned.before() == null ? Verdict.NEW : Verdict.CHANGED;
            findings.verdict(planned.row(), planned.isSame() ? Verdict.SAME : moves);
        }
    }

    @Override
    public void commit(Sheet sheet, Actor actor) {
        var findings = new Findings();
        var reach = actor.reach(permission());
        writer.lock(named(sheet, reach).values().stream()
                .flatMap(List::stream)
                .map(KnownChains.KnownChain::id)
                .toList());
        var plan = plan(sheet, reach, findings);
        if (!findings.problems().isEmpty()) throw new RegisterChanged();
        writer.write(plan.stream().filter(planned -> !planned.isSame()).toList());
    }

    private Map<String, List<KnownChains.KnownChain>> named(Sheet sheet, Reach reach) {
        return chains.chains(
                sheet.rows().stream().map(row -> row.cell("chain").strip()).toList(), reach);
    }

    private List<Planned> plan(Sheet sheet, Reach reach, Findings findings) {
        var named = named(sheet, reach);
        var members = chains.members(
                named.values().stream()
                        .flatMap(List::stream)
                        .map(KnownChains.KnownChain::id)
                        .toList(),
                reach);
        var employers = known.employers(
                sheet.rows().stream().map(row -> row.cell("uscc").strip()).toList());
        var first = new HashMap<List<Long>, ImportRow>();
        var owners = new HashMap<Long, ImportRow>();
        var plan = new ArrayList<Planned>();
        for (var row : sheet.rows()) {
            var cells = new Cells(row, findings);
            var chain = chain(cells, named);
            var employer = employer(cells, employers, reach);
            var position = cells.oneOf("position", text -> Optional.ofNullable(POSITIONS.get(text)), "链主、上游、下游、配套");
            var since = Objects.requireNonNullElse(cells.day("since"), today());
            if (since.isAfter(today())) cells.problem("since", "import.problem.after-today");
            if (chain == null || employer == null || position == null || !findings.isGood(row)) continue;
            var twin = first.putIfAbsent(List.of(chain, employer.id()), row);
            if (twin != null) cells.problem("uscc", "import.problem.twice", twin.number());
            var leader = position.equals("OWNER") ? owners.putIfAbsent(chain, row) : null;
            if (leader != null) cells.problem("position", "import.problem.chain-owner-twice", leader.number());
            var times = members.getOrDefault(chain, List.of());
            var planned = new Planned(row, chain, employer.id(), position, since, running(times, employer.id()));
            if (!planned.isSame()) checkTimes(cells, planned, times);
            if (findings.isGood(row)) plan.add(planned);
        }
        return plan;
    }

    private static @Nullable Long chain(Cells cells, Map<String, List<KnownChains.KnownChain>> named) {
        if (!cells.has("chain")) return null;
        var found = named.getOrDefault(cells.text("chain"), List.of());
        if (found.size() == 1) return found.getFirst().id();
        cells.problem("chain", found.isEmpty() ? "import.problem.no-such-chain" : "import.problem.several-chains");
        return null;
    }

    private static Known.@Nullable KnownEmployer employer(
            Cells cells, Map<String, Known.KnownEmployer> employers, Reach reach) {
        var code = cells.creditCode("uscc");
        if (code == null) return null;
        var employer = employers.get(code);
        if (employer == null) cells.problem("uscc", "import.problem.no-such-employer");
        else if (!employer.isWithin(reach)) cells.problem("uscc", "import.problem.employer-elsewhere");
        return employer;
    }

    private static @Nullable KnownMember running(List<KnownMember> times, long employer) {
        return times.stream()
                .filter(time -> time.employerId() == employer && time.goesOn())
                .findFirst()
                .orElse(null);
    }

    /** A chain has one owner at a time, and an employer one position. */
    private static void checkTimes(Cells cells, Planned planned, List<KnownMember> times) {
        var before = planned.before();
        if (before != null && before.leads()) cells.problem("position", "import.problem.chain-owner", before.name());
        for (var time : times) {
            if (time.isOverBy(planned.since())) continue;
            if (time.leads() && planned.position().equals("OWNER"))
                if (time.named()) cells.problem("position", "import.problem.chain-owner", time.name());
                else cells.problem("position", "import.problem.chain-owner-elsewhere");
            if (time.employerId() == planned.employer()
                    && !(time.equals(before) && time.since().isBefore(planned.since())))
                cells.problem("since", "import.problem.chain-time", time.since());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
