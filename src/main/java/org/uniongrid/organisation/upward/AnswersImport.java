package org.uniongrid.organisation.upward;

import static org.uniongrid.exchange.Column.optional;
import static org.uniongrid.exchange.Column.required;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/** Takes in what the register above answered, union by union: accepted with a receipt, or sent back with a reason. */
@Component
@Order(20)
class AnswersImport implements ImportKind {

    private static final Map<String, Boolean> RESULTS = Map.ofEntries(
            Map.entry("通过", true),
            Map.entry("成功", true),
            Map.entry("已受理", true),
            Map.entry("accepted", true),
            Map.entry("不通过", false),
            Map.entry("未通过", false),
            Map.entry("失败", false),
            Map.entry("退回", false),
            Map.entry("rejected", false));

    private final ReportedRows reported;
    private final AnswerWriter writer;

    AnswersImport(ReportedRows reported, AnswerWriter writer) {
        this.reported = reported;
        this.writer = writer;
    }

    @Override
    public String key() {
        return "upward-answers";
    }

    @Override
    public String permission() {
        return "organisation.upward.edit";
    }

    @Override
    public Optional<String> seenAt() {
        return Optional.of("/organisation/upward");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                optional("code", "工会组织代码", "组织代码", "union code").like("81990171MA0000001X"),
                optional("name", "工会名称", "工会全称", "union name").like("云州顺达物流有限公司工会委员会"),
                required("result", "结果", "处理结果", "审核结果", "result")
                        .like("通过")
                        .noted("import.upward-answers.result.note")
                        .offering(List.of("通过", "不通过")),
                optional("receipt", "回执号", "回执编号", "receipt").like("HZ2026113000017"),
                optional("reason", "原因", "退回原因", "失败原因", "reason").noted("import.upward-answers.reason.note"),
                optional("new-code", "上级代码", "国家代码", "分配代码", "code given")
                        .like("81990171MA0000001X")
                        .noted("import.upward-answers.new-code.note"));
    }

    /** What a row would write. */
    record Answer(
            ReportedRows.Reported row,
            boolean accepted,
            @Nullable String receipt,
            @Nullable String reason,
            @Nullable String newCode) {

        /** Whether it says nothing that is not known already. */
        boolean isKnown() {
            return newCode == null
                    && (accepted ? "ACCEPTED" : "REJECTED").equals(row.result())
                    && Objects.equals(receipt, row.receipt())
                    && Objects.equals(reason, row.reason());
        }
    }

    @Override
    public void check(Sheet sheet, Actor actor, Findings findings) {
        read(sheet, actor, findings)
                .forEach((row, answer) -> findings.verdict(row, answer.isKnown() ? Verdict.SAME : Verdict.CHANGED));
    }

    @Override
    public void commit(Sheet sheet, Actor actor) {
        var findings = new Findings();
        var answers = read(sheet, actor, findings);
        UpwardRule.UPWARD_REPORTS_ARE_AS_CHECKED.require(!findings.hasProblems());
        writer.write(
                answers.values().stream().filter(answer -> !answer.isKnown()).toList());
    }

    private Map<ImportRow, Answer> read(Sheet sheet, Actor actor, Findings findings) {
        var rows = sheet.rows();
        var called = rows.stream()
                .flatMap(row ->
                        Stream.of(row.cell("code").strip(), row.cell("name").strip()))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        var known = reported.called(called, actor.reach(permission()));
        var taken = reported.taken(
                rows.stream().map(row -> row.cell("new-code").strip()).toList());
        var first = new HashMap<Long, ImportRow>();
        var given = new HashSet<String>();
        var answers = new HashMap<ImportRow, Answer>();
        for (var row : rows) {
            var found = union(row, known, findings);
            if (found == null) continue;
            var earlier = first.putIfAbsent(found.unitId(), row);
            if (earlier != null) findings.problem(row, "name", "import.problem.twice", earlier.number());
            var answer = answer(row, found, findings);
            if (answer.newCode() != null && (taken.contains(answer.newCode()) || !given.add(answer.newCode())))
                findings.problem(row, "new-code", "import.problem.upward-code-taken");
            if (findings.isGood(row)) answers.put(row, answer);
        }
        return answers;
    }

    private static ReportedRows.@Nullable Reported union(
            ImportRow row, Map<String, List<ReportedRows.Reported>> known, Findings findings) {
        var code = row.cell("code").strip();
        var name = row.cell("name").strip();
        var column = code.isEmpty() ? "name" : "code";
        if (code.isEmpty() && name.isEmpty()) {
            findings.problem(row, "name", "import.problem.upward-nobody");
            return null;
        }
        var byCode = code.isEmpty() ? List.<ReportedRows.Reported>of() : known.getOrDefault(code, List.of());
        var found = byCode.isEmpty() && !name.isEmpty() ? known.getOrDefault(name, List.of()) : byCode;
        if (found.size() == 1) {
            if (found.getFirst().batchId() != null) return found.getFirst();
            findings.problem(row, column, "import.problem.upward-not-reported");
        } else
            findings.problem(
                    row, column, found.isEmpty() ? "import.problem.no-such-unit" : "import.problem.several-units");
        return null;
    }

    private static Answer answer(ImportRow row, ReportedRows.Reported found, Findings findings) {
        var result = RESULTS.get(row.cell("result").strip().toLowerCase(Locale.ROOT));
        if (result == null && row.has("result")) findings.problem(row, "result", "import.problem.one-of", "通过、不通过");
        var accepted = Boolean.TRUE.equals(result);
        var receipt = text(row, "receipt", 100, findings);
        var reason = text(row, "reason", 500, findings);
        if (!accepted && reason == null && result != null)
            findings.problem(row, "reason", "import.problem.upward-reason");
        var newCode = text(row, "new-code", 40, findings);
        if (newCode != null && found.code() != null && !newCode.equals(found.code()))
            findings.problem(row, "new-code", "import.problem.upward-other-code", found.code());
        return new Answer(found, accepted, receipt, reason, accepted && found.code() == null ? newCode : null);
    }

    private static @Nullable String text(ImportRow row, String column, int most, Findings findings) {
        var text = row.cell(column).strip();
        if (text.codePointCount(0, text.length()) > most)
            findings.problem(row, column, "import.problem.longer-than", most);
        return text.isEmpty() ? null : text;
    }
}
