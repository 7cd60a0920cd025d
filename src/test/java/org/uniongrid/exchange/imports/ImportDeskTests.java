package org.uniongrid.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.uniongrid.exchange.imports.ToyImport.keeper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.exchange.SheetFile;
import org.uniongrid.exchange.ThisProcess;
import org.uniongrid.exchange.imports.ImportRun.Mode;
import org.uniongrid.exchange.imports.ImportRun.State;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.RuleBroken;

/** A file is checked, told of, and taken in as a whole or not at all. */
@ModuleTest
class ImportDeskTests extends ImportFixture {

    private final ProblemList problems;
    private final ImportFiles files;

    ImportDeskTests(
            ImportDesk desk,
            ImportRuns runs,
            StagedRows staged,
            StagedFindings found,
            ProblemList problems,
            ImportFiles files,
            ThisProcess process,
            ToyImport toys,
            JdbcClient db) {
        super(desk, runs, staged, found, process, toys, db);
        this.problems = problems;
        this.files = files;
    }

    @Test
    void changesNothingBeforeTheCommit() {
        var run = checked("名称,人数\n积木,1\n风车,2\n");
        assertThat(run.state()).isEqualTo(State.CHECKED);
        assertThat(run.added()).isEqualTo(2);
        assertThat(toyNames()).isEmpty();
    }

    @Test
    void takesInAWholeFileOnce() {
        var run = checked("名称,人数\n积木,1\n风车,2\n");
        var done = committed(run, Mode.ALL);
        assertThat(done.state()).isEqualTo(State.COMMITTED);
        assertThat(toyNames()).containsExactly("积木", "风车");
        assertThat(staged.all(done).rows()).isEmpty();
        desk.commit(run.publicId(), Mode.ALL, keeper());
        assertThat(toys.commits).hasValue(1);
    }

    @Test
    void countsWhatIsThereAlready() {
        committed(checked("名称\n积木\n"), Mode.ALL);
        var again = checked("名称\n积木\n风车\nbad\n");
        assertThat(again)
                .extracting(ImportRun::added, ImportRun::changed, ImportRun::same, ImportRun::faulty)
                .containsExactly(1, 0, 1, 1);
    }

    @Test
    void takesInGoodRowsOnlyAndKeepsTheFaultyForTheErrorFile() {
        var run = checked("名称,人数\n积木,1\nbad one,2\n,3\n");
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> desk.commit(run.publicId(), Mode.ALL, keeper()))
                .matches(broken -> broken.rule() == ImportRule.IMPORT_WITHOUT_FAULT);
        var done = committed(run, Mode.GOOD);
        assertThat(toyNames()).containsExactly("积木");
        assertThat(staged.faulty(done).rows()).extracting(row -> row.number()).containsExactly(3, 4);
        assertThat(problems.page(done, null, Cursor.START).rows())
                .extracting(ProblemList.Row::number, ProblemList.Row::key, ProblemList.Row::args)
                .containsExactly(
                        tuple(3, "import.problem.bad-toy", List.of("bad one")),
                        tuple(4, "import.problem.required", List.of()));
    }

    @Test
    void refusesAFileWithoutAGoodRow() {
        var run = checked("名称\nbad\n");
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> desk.commit(run.publicId(), Mode.GOOD, keeper()))
                .matches(broken -> broken.rule() == ImportRule.IMPORT_WITH_A_GOOD_ROW);
    }

    @Test
    void remembersTheAnswersOfTheForm() {
        var run = upload("名称\n积木\n", Map.of("loud", true), keeper());
        committed(run, Mode.ALL);
        assertThat(toyNames()).containsExactly("积木!");
    }

    @Test
    void neverKeepsASkippedColumn() {
        var run = checked("名称,身份证号,备注\n积木,530102199001011234,绝密\n=坏,530102199001015678,绝密\n");
        assertThat(run.skipped()).extracting(heading -> heading.letter()).containsExactly("B");
        assertThat(run.unknown()).extracting(heading -> heading.text()).containsExactly("备注");
        for (var table : List.of("import_run", "import_row", "import_problem")) {
            var all = db.sql("select coalesce(string_agg(t::text, ' '), '') from exchange." + table + " t")
                    .query(String.class)
                    .single();
            assertThat(all).isNotEmpty().doesNotContain("53010219900101", "绝密");
        }
    }

    @Test
    void aSecretColumnWaitsSealedAndIsShownMasked() {
        var run = checked("名称,手机号\n积木,15488887777\n火车,bad 15488886666\n飞机,=15488885555\n,15488884444\n");
        assertThat(staged.all(run).rows())
                .extracting(row -> row.secret("phone"))
                .containsExactly("15488887777", "bad 15488886666", "=15488885555", "15488884444");
        assertThat(problems.page(run, null, Cursor.START).rows())
                .extracting(ProblemList.Row::number, ProblemList.Row::column, ProblemList.Row::content)
                .containsExactly(
                        tuple(3, "phone", "bad********6666"), tuple(4, "phone", "=15*****5555"), tuple(5, "name", ""));
        for (var table : List.of("import_run", "import_row", "import_problem", "import_secret")) {
            var all = db.sql("select coalesce(string_agg(t::text, ' '), '') from exchange." + table + " t")
                    .query(String.class)
                    .single();
            assertThat(all).isNotEmpty().doesNotContain("1548888");
        }
        assertThat(SheetFile.read(files.errors(run, Locale.ROOT), toys.columns())
                        .rows())
                .extracting(row -> row.secret("phone"))
                .containsExactly("bad********6666", "=15*****5555", "154****4444");
        committed(run, Mode.GOOD);
        assertThat(db.sql("select count(*) from exchange.import_secret where number = 2")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void secretsAreForgottenWithTheirRows() {
        var run = checked("名称,手机号\n积木,15488887777\n");
        desk.discard(run.publicId(), keeper());
        assertThat(db.sql("select count(*) from exchange.import_secret")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void doublesNothingWhenManyConfirmAtOnce() throws Exception {
        var run = checked("名称\n" + numbered(200));
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<Void> confirm = () -> {
                desk.commit(run.publicId(), Mode.ALL, keeper());
                return null;
            };
            for (var answer :
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(_ -> confirm).toList())) answer.get();
        }
        assertThat(finished(run).state()).isEqualTo(State.COMMITTED);
        assertThat(toys.commits).hasValue(1);
        assertThat(toyNames()).hasSize(200);
    }

    @Test
    void keepsNothingOfACommitThatBreaks() {
        var run = committed(checked("名称\n积木\n风车\ncursed\n"), Mode.ALL);
        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.failure()).isEqualTo("import.failed.error");
        assertThat(toyNames()).isEmpty();
        assertThat(staged.all(run).rows()).isEmpty();
    }

    @Test
    void saysWhichRuleACommitBroke() {
        assertThat(committed(checked("名称\nmissing\n"), Mode.ALL).failure()).isEqualTo("rule.toy-missing");
    }

    @Test
    void forgetsADiscardedFileAndTakesItInNoMore() {
        var run = checked("名称\n积木\nbad\n");
        desk.discard(run.publicId(), keeper());
        assertThat(staged.all(run).rows()).isEmpty();
        assertThat(found.problems(run.id())).isEmpty();
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> desk.commit(run.publicId(), Mode.GOOD, keeper()))
                .matches(broken -> broken.rule() == ImportRule.IMPORT_STILL_OPEN);
        assertThat(toyNames()).isEmpty();
    }

    @Test
    void aRowBeyondTheProblemsThatAreToldIsStillFaulty() {
        var run = checked("名称,人数,材料\n" + "积木,=1,=2\n".repeat(25_010) + "好,1,1\n");
        assertThat(run.faulty()).isEqualTo(25_010);
        assertThat(run.added()).isEqualTo(1);
        assertThat(staged.faultyNumbers(run.id())).hasSize(25_010);
    }

    @Test
    void checksAndTakesInTwentyThousandRows() {
        var run = committed(checked("名称,人数\n" + numbered(20_000)), Mode.ALL);
        assertThat(run.state()).isEqualTo(State.COMMITTED);
        assertThat(toyNames()).hasSize(20_000);
    }

    @Test
    void listsProblemsInTheOrderOfTheFile() {
        var run = checked("名称,人数\nbad,=1\nbad,=2\n");
        assertThat(problems.page(run, null, Cursor.START).rows())
                .extracting(ProblemList.Row::number, ProblemList.Row::column)
                .containsExactly(tuple(2, "name"), tuple(2, "staff"), tuple(3, "name"), tuple(3, "staff"));
    }

    @Test
    void pagesThroughProblemsByColumn() {
        var run = checked("名称,人数\n" + "bad,=1\n".repeat(ProblemList.SIZE + 5));
        var first = problems.page(run, "staff", Cursor.START);
        assertThat(first.rows()).hasSize(ProblemList.SIZE);
        var second = problems.page(run, "staff", Cursor.of(first.after(), null));
        assertThat(second.rows()).extracting(ProblemList.Row::number).containsExactly(52, 53, 54, 55, 56);
        var back = problems.page(run, "staff", Cursor.of(null, second.before()));
        assertThat(back.rows()).isEqualTo(first.rows());
        assertThat(problems.counts(run)).extracting(ProblemList.Count::problems).containsExactly(55, 55);
    }

    private ImportRun committed(ImportRun run, Mode mode) {
        desk.commit(run.publicId(), mode, keeper());
        return finished(run);
    }
}
