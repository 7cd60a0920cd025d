package org.uniongrid.organisation.upward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.Findings.Verdict;

/** What came back from the system above. */
@ModuleTest
class UpwardAnswersTests extends UpwardFixture {

    UpwardAnswersTests(Union union, MockMvcTester mvc, JdbcClient db, Standings standings) {
        super(union, mvc, db, standings);
    }

    @Test
    void answersAreWrittenBesideWhatWasReported() {
        report(download(make(cadre, east, "needed")));
        var code = "N-" + firm.id();
        var rows = List.of(
                Map.of("name", firm.name(), "result", "通过", "receipt", "R-1", "new-code", code),
                Map.of("name", joint.name(), "result", "不通过", "reason", "缺批复文号"));
        union.take("upward-answers", rows);
        assertThat(state(firm)).isEqualTo("REPORTED");
        assertThat(state(joint)).isEqualTo("REJECTED");
        assertThat(list(cadre, "REJECTED")).bodyText().contains(joint.name(), "缺批复文号");
        assertThat(list(cadre, "REPORTED")).bodyText().contains(code, "R-1");
        assertThat(get(cadre, "/organisation/units?q=" + code))
                .as("found by its code")
                .bodyText()
                .contains(firm.name());
        standings.deriveAll();
        assertThat(state(firm)).as("a code that was given is no change").isEqualTo("REPORTED");
        var again = union.check("upward-answers", rows, cadre);
        assertThat(again.problems()).isEmpty();
        assertThat(List.of(again.verdict(2), again.verdict(3))).containsOnly(Verdict.SAME);
        set(joint, "reply_number = '东工发1号'");
        compare();
        assertThat(state(joint)).isEqualTo("CHANGED");
        assertThat(get(cadre, "/organisation/upward/batches")).bodyText().contains("回执已导入", "退回 1 家");
    }

    @Test
    void answersThatCannotBeAreRefusedRowByRow() {
        set(east, "code = 'E-" + east.id() + "'");
        report(download(make(cadre, east, "needed")));
        var late = union.enterprise(east, "后来");
        var found = union.check(
                "upward-answers",
                List.of(
                        Map.of("name", late.name(), "result", "通过"),
                        Map.of("name", joint.name(), "result", "不通过"),
                        Map.of("name", firm.name(), "result", "也许"),
                        Map.of("result", "通过"),
                        Map.of("name", city.name(), "result", "通过"),
                        Map.of("code", "E-" + east.id(), "result", "通过", "new-code", "X-1"),
                        Map.of("name", firm.name(), "result", "通过", "new-code", "E-" + east.id())),
                cadre);
        assertThat(found.problems())
                .extracting(problem -> problem.row() + " " + problem.key().replace("import.problem.", ""))
                .containsExactlyInAnyOrder(
                        "2 upward-not-reported",
                        "3 upward-reason",
                        "4 one-of",
                        "5 upward-nobody",
                        "6 no-such-unit",
                        "7 upward-other-code",
                        "8 twice",
                        "8 upward-code-taken");
    }
}
