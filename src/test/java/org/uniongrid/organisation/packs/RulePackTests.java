package org.uniongrid.organisation.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.organisation.Band;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Measure;
import org.uniongrid.organisation.PackValue;
import org.uniongrid.organisation.PackValueMissing;
import org.uniongrid.organisation.RulePack;
import org.uniongrid.organisation.RulePack.Running;
import org.uniongrid.organisation.RulePacks;
import org.uniongrid.organisation.ShippedPack;

/** Which rule pack holds where and when, and what a start of the platform does to them. */
@ModuleTest
class RulePackTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final Union union;
    private final RulePacks packs;
    private final PackShelf shelf;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Union.Unit city;

    RulePackTests(Union union, RulePacks packs, PackShelf shelf, JdbcClient db, TransactionTemplate transaction) {
        this.union = union;
        this.packs = packs;
        this.shelf = shelf;
        this.db = db;
        this.transaction = transaction;
        city = union.city();
    }

    private static ShippedPack women(String region, LocalDate from, int women) {
        var values = Map.<String, PackValue>of("women", Measure.COUNT.read(women));
        return new ShippedPack("women-committee", region, from, null, "第一条", false, false, Running.KEEP, null, values);
    }

    private void put(ShippedPack pack) {
        transaction.executeWithoutResult(status -> shelf.put(pack));
    }

    private int womenIn(String division, LocalDate on) {
        return packs.find("women-committee", division, on).orElseThrow().number("women");
    }

    @Test
    void shipsTheFirstPacks() {
        var size = packs.find("committee-size", null, DAY).orElseThrow();
        assertThat(size.band("seats", 100)).contains(new Band(26, 100, 3, 5));
        assertThat(size.band("seats", 101)).contains(new Band(101, 200, 5, 7));
        assertThat(size.band("seats", 60_000)).contains(new Band(50_001, null, 37, 45));
        assertThat(size.band("seats", 10)).isEmpty();
        assertThat(size.yes("odd")).isTrue();
        var term = packs.find("term", city.division(), DAY).orElseThrow();
        assertThat(List.of(term.years("base-short"), term.years("base-long"), term.years("upper")))
                .containsExactly(3, 5, 5);
        assertThat(packs.find("union-duty", "310115", DAY).orElseThrow().months("within"))
                .isEqualTo(6);
        assertThat(packs.find("union-duty", "330000", DAY).orElseThrow().months("within"))
                .isEqualTo(12);
        assertThat(packs.find("employer-size", null, DAY).orElseThrow().number("large"))
                .isEqualTo(300);
        assertThat(packs.find("women-committee", "110105", DAY).orElseThrow().example())
                .isTrue();
    }

    @Test
    void takesTheNearestRegion() {
        var district = union.district(city, "近");
        put(women(city.division(), LocalDate.of(2020, 1, 1), 40));
        assertThat(womenIn(district.division() + "001", DAY)).isEqualTo(40);
        put(women(district.division(), LocalDate.of(2020, 1, 1), 50));
        assertThat(womenIn(district.division() + "001001", DAY)).isEqualTo(50);
        assertThat(womenIn(district.division(), DAY)).isEqualTo(50);
        assertThat(womenIn(city.division() + "00", DAY)).isEqualTo(40);
        assertThat(womenIn("no division", DAY)).isEqualTo(25);
    }

    @Test
    void aUnitWithoutDivisionLiesWhereTheNearestAboveItDoes() {
        var district = union.district(city, "单");
        var joint = union.under(district, Category.JOINT, "单");
        put(women(district.division(), LocalDate.of(2020, 1, 1), 51));
        assertThat(packs.divisionOf(joint.id())).contains(district.division());
        assertThat(packs.findFor("women-committee", joint.id(), DAY)
                        .orElseThrow()
                        .number("women"))
                .isEqualTo(51);
    }

    @Test
    void holdsFromItsFirstDayUntilTheNextBegins() {
        var region = city.division();
        put(women(region, LocalDate.of(2023, 3, 1), 30));
        put(women(region, LocalDate.of(2025, 7, 1), 35));
        assertThat(womenIn(region, LocalDate.of(2023, 2, 28))).isEqualTo(25);
        assertThat(womenIn(region, LocalDate.of(2023, 3, 1))).isEqualTo(30);
        assertThat(womenIn(region, LocalDate.of(2025, 6, 30))).isEqualTo(30);
        assertThat(womenIn(region, LocalDate.of(2025, 7, 1))).isEqualTo(35);
        assertThat(packs.find("women-committee", null, LocalDate.of(1990, 1, 1)))
                .isEmpty();
    }

    @Test
    void aVersionThatACaseBeganWithIsStillThere() {
        put(women(city.division(), LocalDate.of(2023, 3, 1), 30));
        var first = packs.find("women-committee", city.division(), DAY).orElseThrow();
        put(women(city.division(), LocalDate.of(2025, 7, 1), 35));
        assertThat(packs.version(first.id()).orElseThrow().number("women")).isEqualTo(30);
        assertThat(packs.version(first.id()).orElseThrow().until()).isEqualTo("2025-07-01");
        assertThat(packs.version(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aStartAddsWhatIsNewAndNothingTwice() {
        put(women(city.division(), LocalDate.of(2023, 3, 1), 30));
        put(women(city.division(), LocalDate.of(2023, 3, 1), 30));
        assertThat(versions(city.division())).isEqualTo(1);
        put(women(city.division(), LocalDate.of(2023, 3, 1), 31));
        assertThat(versions(city.division())).isEqualTo(2);
        assertThat(womenIn(city.division(), DAY)).isEqualTo(31);
    }

    @Test
    void aStartNeverChangesWhatSomebodyWrote() {
        var region = city.division();
        put(women(region, LocalDate.of(2023, 3, 1), 30));
        db.sql("update organisation.rule_pack set during = daterange(lower(during), '2024-01-01') where region = ?")
                .param(region)
                .update();
        var own = insert(region, "[2024-01-01,)", 33);
        put(women(region, LocalDate.of(2025, 1, 1), 44));
        assertThat(womenIn(region, DAY)).isEqualTo(33);
        assertThat(packs.find("women-committee", region, DAY).orElseThrow().id())
                .isEqualTo(own);
        assertThat(versions(region)).as("put aside, to be looked at").isEqualTo(3);
        transaction.executeWithoutResult(status -> shelf.fill());
        assertThat(womenIn(region, DAY)).isEqualTo(33);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2023-01-01,2025-01-01) | [2024-12-31,)           | false",
                "[2023-01-01,2025-01-01) | [2025-01-01,)           | true",
                "[2023-01-01,)           | [2022-01-01,2023-01-02) | false",
                "[2023-01-01,)           | [2022-01-01,2023-01-01) | true",
            })
    void twoVersionsNeverHoldOnOneDay(String one, String other, boolean fine) {
        insert(city.division(), one, 30);
        if (fine) insert(city.division(), other, 31);
        else
            assertThatThrownBy(() -> insert(city.division(), other, 31))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("rule_pack_subject_region_during_excl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "during = daterange(lower(during), null)          | may only end earlier",
                "during = daterange('2024-02-01', upper(during))  | may only end earlier",
                "content = '{}'                                   | permission denied",
                "article = '第二条'                                | permission denied",
            })
    void aVersionIsNeverChanged(String change, String why) {
        var id = insert(city.division(), "[2023-01-01,2025-01-01)", 30);
        assertThatThrownBy(() -> db.sql("update organisation.rule_pack set " + change + " where public_id = ?")
                        .param(id)
                        .update())
                .rootCause()
                .hasMessageContaining(why);
    }

    @Test
    void whatCodeAsksWronglyFailsWithWordsForIt() {
        var pack = packs.find("women-committee", null, DAY).orElseThrow();
        assertThatThrownBy(() -> pack.number("men"))
                .isInstanceOf(PackValueMissing.class)
                .hasMessage("Rule pack women-committee has no value men");
        assertThatThrownBy(() -> pack.days("women"))
                .isInstanceOf(PackValueMissing.class)
                .hasMessage("Rule pack women-committee, value women is not in DAYS");
        assertThatThrownBy(() -> pack.bands("women")).hasMessageContaining("BANDS");
        assertThatThrownBy(() -> packs.find("men-committee", null, DAY)).hasMessage("No rule packs of men-committee");
    }

    @Test
    void keepsMoneyAndPercentExactly() {
        var values =
                Map.of("money", Measure.MONEY.read("1200.50"), "percent", Measure.PERCENT.read(new BigDecimal("0.5")));
        var pack = new RulePack(UUID.randomUUID(), "test", "", DAY, null, "第一条", false, false, Running.KEEP, values);
        assertThat(pack.money("money")).isEqualByComparingTo("1200.5");
        assertThat(pack.percent("percent")).isEqualByComparingTo("0.5");
    }

    private UUID insert(String region, String during, int women) {
        return db.sql("""
                        insert into organisation.rule_pack (subject, region, during, content, article, made_at, made_by_name)
                        values ('women-committee', ?, ?::daterange, jsonb_build_object('women', ?), '第一条', now(), '甲')
                        returning public_id
                        """)
                .params(region, during, String.valueOf(women))
                .query(UUID.class)
                .single();
    }

    private long versions(String region) {
        return db.sql("select count(*) from organisation.rule_pack where region = ?")
                .param(region)
                .query(Long.class)
                .single();
    }
}
