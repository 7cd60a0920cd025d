package org.uniongrid.organisation.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.uniongrid.organisation.duplicates.Timeline.Stretch;

class TimelineTests {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Comparator<Stretch> EARLIEST = Comparator.comparing(Stretch::from);
    private static final Random CHANCE = new Random(20261130);

    @Test
    void whatOverlapsBecomesOneAndWhatDoesNotStaysApart() {
        assertThat(joined(stretch("A", 0, 10), stretch("B", 5, 20)))
                .containsExactly(stretch("A", 0, 10), stretch("B", 10, 20));
        assertThat(joined(stretch("A", 0, 10), stretch("A", 5, null))).containsExactly(stretch("A", 0, null));
        assertThat(joined(stretch("A", 0, 10), stretch("A", 10, 20))).containsExactly(stretch("A", 0, 20));
        assertThat(joined(stretch("A", 0, 10), stretch("A", 11, 20)))
                .containsExactly(stretch("A", 0, 10), stretch("A", 11, 20));
    }

    @RepeatedTest(200)
    void everyDayOfEitherIsHeldOnceAndNoOther() {
        var all = new ArrayList<Stretch>();
        for (int i = 0; i < 1 + CHANCE.nextInt(6); i++) {
            var from = CHANCE.nextInt(40);
            var until = CHANCE.nextInt(4) == 0 ? null : from + 1 + CHANCE.nextInt(20);
            all.add(stretch(CHANCE.nextBoolean() ? "A" : "B", from, until));
        }
        var joined = Timeline.joined(all, EARLIEST);
        for (int day = -1; day < 80; day++) {
            var here = DAY.plusDays(day);
            var held = joined.stream().filter(one -> one.holds(here)).toList();
            var before = all.stream().filter(one -> one.holds(here)).toList();
            assertThat(held).hasSize(before.isEmpty() ? 0 : 1);
            if (!before.isEmpty())
                assertThat(before)
                        .extracting(Stretch::word)
                        .contains(held.getFirst().word());
        }
    }

    private static List<Stretch> joined(Stretch... all) {
        return Timeline.joined(List.of(all), EARLIEST);
    }

    private static Stretch stretch(String word, int from, @Nullable Integer until) {
        return new Stretch(1, word, DAY.plusDays(from), until == null ? null : DAY.plusDays(until));
    }
}
