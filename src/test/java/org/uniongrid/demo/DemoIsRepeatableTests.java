package org.uniongrid.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.uniongrid.demo.Cells.rows;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Screenshots, stories and bug reports name firms of the demo city, so it must not change unnoticed. */
class DemoIsRepeatableTests {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Set<String> MOVES_WITH_THE_DATE =
            Set.of("founded_on", "founding_way", "reply_number", "term_start", "term_end");

    @Test
    void theSameDateGivesTheSameCity() {
        assertThat(rows(DemoCity.on(TODAY))).isEqualTo(rows(DemoCity.on(TODAY)));
    }

    @Test
    void theCityIsTheOneEverybodyKnows() throws Exception {
        var city = DemoCity.on(TODAY);
        var text = city.divisions() + "\n" + rows(city) + "\n" + city.cadres();
        var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("59a1658e69403f6485c37c166c98dbc14870226476fe3b8e98236e69edb1a052");
    }

    @Test
    void anotherDateMovesTermsAndNothingElse() {
        var later = DemoCity.on(TODAY.plusYears(2).plusDays(17));

        assertThat(undated(later)).isEqualTo(undated(DemoCity.on(TODAY)));
        assertThat(later.unions()).isNotEqualTo(DemoCity.on(TODAY).unions());
    }

    static List<Map<String, String>> undated(DemoCity city) {
        return rows(city).stream()
                .map(row -> {
                    Map<String, String> copy = new LinkedHashMap<>(row);
                    copy.keySet().removeAll(MOVES_WITH_THE_DATE);
                    return copy;
                })
                .toList();
    }
}
