package org.uniongrid.membership.reporting;

import static org.uniongrid.exchange.Column.optional;
import static org.uniongrid.exchange.Column.required;
import static org.uniongrid.exchange.Column.secret;

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
import org.uniongrid.membership.MemberRule;
import org.uniongrid.membership.Roll;

/** Takes in whom the roll above did not take, by their numbers, with its reasons. */
@Component
@Order(21)
class RefusalImport implements ImportKind {

    static final String KEY = "roll-answers";

    private static final int LONGEST = 200;
    private static final String NUMBER = "id-number";
    private static final String REASON = "reason";

    private final Refusals refusals;

    RefusalImport(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String permission() {
        return Roll.REPORT;
    }

    @Override
    public Optional<String> seenAt() {
        return Optional.of("/membership/reporting");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                secret(NUMBER, "证件号码", "证件号", "身份证号", "身份证号码", "number").noted("import.roll-answers.number.note"),
                optional("member-name", "姓名", "会员姓名", "name").like("陈某"),
                required(REASON, "原因", "退回原因", "失败原因", "错误原因", "reason").like("证件号码与姓名不一致"));
    }

    @Override
    public void check(Sheet sheet, Actor actor, Findings findings) {
        var seen = new HashMap<Long, Integer>();
        sheet.inBatches(batch -> read(batch, actor, findings, seen).forEach((row, found) -> {
            var reason = row.cell(REASON).strip();
            findings.verdict(row, reason.equals(found.refused()) ? Verdict.SAME : Verdict.CHANGED);
            findings.change(row, REASON, Objects.requireNonNullElse(found.refused(), ""), reason);
        }));
    }

    @Override
    public void commit(Sheet sheet, Actor actor) {
        var findings = new Findings();
        var seen = new HashMap<Long, Integer>();
        refusals.hold();
        sheet.inBatches(batch -> {
            var refused = new ArrayList<Refusals.Refusal>();
            read(batch, actor, findings, seen)
                    .forEach((row, found) -> refused.add(
                            new Refusals.Refusal(found, row.cell(REASON).strip())));
            MemberRule.ROLL_IS_AS_CHECKED.require(!findings.hasProblems());
            refusals.write(refused);
        });
    }

    /** @param seen rows that named each stay first, from batch to batch */
    private Map<ImportRow, Refusals.Reported> read(
            List<ImportRow> batch, Actor actor, Findings findings, Map<Long, Integer> seen) {
        var numbers = batch.stream().map(row -> row.secret(NUMBER).strip()).toList();
        var known = refusals.reported(numbers, actor.reach(permission()));
        var read = new HashMap<ImportRow, Refusals.Reported>();
        for (var row : batch) {
            if (row.cell(REASON)
                            .strip()
                            .codePointCount(0, row.cell(REASON).strip().length())
                    > LONGEST) findings.problem(row, REASON, "import.problem.longer-than", LONGEST);
            var found = member(row, known, findings);
            if (found == null) continue;
            var earlier = seen.putIfAbsent(found.stay(), row.number());
            if (earlier != null) findings.problem(row, NUMBER, "import.problem.twice", earlier);
            if (findings.isGood(row)) read.put(row, found);
        }
        return read;
    }

    /** Somebody out of reach is told of in the words for somebody who is not there. */
    private static Refusals.@Nullable Reported member(
            ImportRow row, Map<String, Refusals.Reported> known, Findings findings) {
        var number = row.secret(NUMBER).strip();
        var found = known.get(number);
        var name = row.cell("member-name").strip();
        if (number.isEmpty()) findings.problem(row, NUMBER, "import.problem.roll-answers-number");
        else if (found == null) findings.problem(row, NUMBER, "import.problem.roll-answers-nobody");
        else if (!name.isEmpty() && !name.equals(found.name()))
            findings.problem(row, "member-name", "import.problem.roll-answers-name", found.name());
        else return found;
        return null;
    }
}
