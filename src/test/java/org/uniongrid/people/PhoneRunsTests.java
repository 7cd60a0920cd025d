package org.uniongrid.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Phones in a row. */
class PhoneRunsTests {

    @Test
    void aGapEndsARun() {
        assertThat(PhoneRuns.runs(numbers(10, 11, 12, 14, 15), 3)).containsExactly(List.of(10L, 11L, 12L));
        assertThat(PhoneRuns.runs(numbers(10, 11, 13, 14), 3)).isEmpty();
        assertThat(PhoneRuns.runs(numbers(1, 5, 6, 7), 3)).containsExactly(List.of(5L, 6L, 7L));
        assertThat(PhoneRuns.runs(new TreeMap<>(), 1)).isEmpty();
    }

    @Test
    void twoWhoShareANumberMakeNoRunLonger() {
        var shared = numbers(10, 11);
        shared.put(11L, List.of(11L, 99L));
        assertThat(PhoneRuns.runs(shared, 3)).isEmpty();
        assertThat(PhoneRuns.runs(shared, 2)).containsExactly(List.of(10L, 11L, 99L));
    }

    private static TreeMap<Long, List<Long>> numbers(long... all) {
        var numbers = new TreeMap<Long, List<Long>>();
        LongStream.of(all).forEach(one -> numbers.put(one, List.of(one)));
        return numbers;
    }
}
