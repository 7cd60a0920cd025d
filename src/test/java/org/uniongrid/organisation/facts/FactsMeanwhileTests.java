package org.uniongrid.organisation.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** What somebody else changed meanwhile is never overwritten unseen. */
@ModuleTest
class FactsMeanwhileTests extends FactsFixture {

    FactsMeanwhileTests(Union union, MockMvcTester mvc, JdbcClient db) {
        super(union, mvc, db);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsToldAndNotOverwritten() {
        var mine = with(typed(firm), "unit-address", "我写的地址");
        mine.put("unit-staff", "30");
        var theirs = with(typed(firm), "unit-address", "他写的地址");
        theirs.put("unit-members", "20");
        assertThat(save(cadre, firm, theirs)).hasStatus3xxRedirection();
        var answer = save(cadre, firm, mine);
        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("别人刚改为“他写的地址”", "value=\"我写的地址\"", "别人刚改为“20 人”", "value=\"20\"", "value=\"30\"");
        assertThat(column(firm, "address")).isEqualTo("他写的地址");

        var again = typed(firm);
        again.putAll(Map.of("unit-address", "我写的地址", "unit-staff", "30"));
        assertThat(save(cadre, firm, again)).hasStatus3xxRedirection();
        assertThat(column(firm, "address")).isEqualTo("我写的地址");
        assertThat(column(firm, "members")).isEqualTo("20");
    }

    @Test
    void ofTwoWhoSaveAtOnceOneIsToldOfTheOther() throws Exception {
        var one = with(typed(firm), "unit-address", "甲路");
        var other = with(typed(firm), "unit-address", "乙路");
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both
                    .invokeAll(List.<Callable<Integer>>of(
                            () -> save(cadre, firm, one).getResponse().getStatus(),
                            () -> save(cadre, firm, other).getResponse().getStatus()))
                    .stream()
                    .map(FactsMeanwhileTests::done)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(302, 422);
        }
        assertThat(marks(firm)).isOne();
    }

    private static int done(java.util.concurrent.Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
