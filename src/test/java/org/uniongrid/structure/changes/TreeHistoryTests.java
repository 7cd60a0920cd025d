package org.uniongrid.structure.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/**
 * Random histories of a small tree agree with a plain model of every day: no gap, no overlap, no orphan, no circle, paths
 * and scopes as they follow from the parents; what is refused leaves nothing, what is undone is as before.
 */
@ModuleTest
class TreeHistoryTests {

    private final ApplicationContext house;
    private final Union union;
    private final TransactionTemplate transaction;

    TreeHistoryTests(ApplicationContext house, Union union, TransactionTemplate transaction) {
        this.house = house;
        this.union = union;
        this.transaction = transaction;
    }

    @Test
    void randomHistoriesAgreeWithAModelOfEveryDay() {
        play(1, 100, 5);
    }

    @Test
    @Tag("long")
    void manyLongHistoriesAgreeWithAModelOfEveryDay() {
        play(100_000, 1_000, 20);
    }

    private void play(int first, int histories, int steps) {
        var stage = Stage.of(house, union);
        var tally = new Tally();
        for (int seed = first; seed < first + histories; seed++) {
            var history = new TreeHistory(stage, seed, tally);
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                history.play(steps);
            });
        }
        assertThat(tally.done).as("%s", tally).isGreaterThan(histories * steps / 4);
        assertThat(tally.refused).as("%s", tally).isGreaterThan(histories / 4);
        assertThat(tally.undone).as("%s", tally).isGreaterThan(histories / 8);
        assertThat(tally.kinds).as("%s", tally).containsOnlyKeys(ChangeKind.values());
    }
}
