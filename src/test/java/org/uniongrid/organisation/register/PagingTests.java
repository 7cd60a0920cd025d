package org.uniongrid.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;

/** Every row of a list is met once, whichever way one pages and whatever others do meanwhile. */
@ModuleTest
class PagingTests {

    private static final int MANY = 2 * UnitList.SIZE + 20;

    private final Union union;
    private final UnitList unitList;
    private final EmployerList employerList;
    private final JdbcClient db;
    private final Union.Unit city;
    private final Reach reach;

    PagingTests(Union union, UnitList unitList, EmployerList employerList, JdbcClient db) {
        this.union = union;
        this.unitList = unitList;
        this.employerList = employerList;
        this.db = db;
        this.city = union.city();
        this.reach = union.cadre(city).reach("organisation.unit.read");
        union.take(
                "unions",
                IntStream.range(0, MANY)
                        .mapToObj(i -> Union.enterpriseRow(
                                city,
                                (i % 2 == 0 ? "双" : "单") + i + city.division() + "厂",
                                Map.of("staff", String.valueOf(i))))
                        .toList());
    }

    @Test
    void leadsForwardsAndBackwardsThroughAllUnions() {
        var forwards = forwards(this::units, UnitList.Row::publicId);
        assertThat(forwards).hasSize(MANY + 1).doesNotHaveDuplicates();
        assertThat(backwards(this::units, UnitList.Row::publicId, forwards.getLast()))
                .containsExactlyElementsOf(forwards.subList(0, MANY).reversed());
    }

    @Test
    void leadsForwardsAndBackwardsThroughAllEmployers() {
        var forwards = forwards(this::employers, EmployerList.Row::publicId);
        assertThat(forwards).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(backwards(this::employers, EmployerList.Row::publicId, forwards.getLast()))
                .containsExactlyElementsOf(forwards.subList(0, MANY - 1).reversed());
    }

    @Test
    void leadsThroughWhatAFilterLeaves() {
        var all = forwards(this::employers, EmployerList.Row::publicId);
        var even = forwards(this::evenEmployers, EmployerList.Row::publicId);
        assertThat(even)
                .hasSize(MANY / 2)
                .isSubsetOf(all)
                .isSortedAccordingTo((a, b) -> all.indexOf(a) - all.indexOf(b));
        assertThat(backwards(this::evenEmployers, EmployerList.Row::publicId, even.getLast()))
                .containsExactlyElementsOf(even.subList(0, even.size() - 1).reversed());
    }

    @Test
    void rowsThatComeMeanwhileMoveNoOthers() {
        var before = forwards(this::units, UnitList.Row::publicId);
        var first = units(Cursor.START);
        union.enterprise(city, "后来");
        var met = new ArrayList<>(
                first.rows().stream().map(UnitList.Row::publicId).toList());
        for (var page = first; page.after() != null; ) {
            page = units(new Cursor(page.after(), false));
            page.rows().forEach(row -> met.add(row.publicId()));
        }
        assertThat(met).doesNotHaveDuplicates().containsAll(before).hasSize(MANY + 2);
    }

    @Test
    void aRowThatIsGoneLeadsToTheFirstPage() {
        var gone = new UUID(4, 2);
        for (var cursor : List.of(new Cursor(gone, false), new Cursor(gone, true))) {
            assertThat(units(cursor)).isEqualTo(units(Cursor.START));
            assertThat(employers(cursor)).isEqualTo(employers(Cursor.START));
        }
    }

    @Test
    void aRowOutsideTheTreeLeadsToTheFirstPage() {
        var outside = db.sql(
                        "insert into organisation.unit (category, name, search) values ('GUEST', '外', '') returning public_id")
                .query(UUID.class)
                .single();
        assertThat(units(new Cursor(outside, false))).isEqualTo(units(Cursor.START));
    }

    @Test
    void beforeTheFirstRowThereIsTheFirstPage() {
        var first = units(Cursor.START).rows().getFirst().publicId();
        assertThat(units(new Cursor(first, true))).isEqualTo(units(Cursor.START));
    }

    private Page<UnitList.Row> units(Cursor cursor) {
        return unitList.page(reach, city.scope(), UnitFilter.NONE, cursor);
    }

    private Page<EmployerList.Row> employers(Cursor cursor) {
        return employerList.page(reach, city.scope(), EmployerFilter.NONE, cursor);
    }

    private Page<EmployerList.Row> evenEmployers(Cursor cursor) {
        return employerList.page(reach, city.scope(), EmployerFilter.of(Map.of("q", "双")), cursor);
    }

    private static <T> List<UUID> forwards(Function<Cursor, Page<T>> list, Function<T, UUID> id) {
        var met = new ArrayList<UUID>();
        var page = list.apply(Cursor.START);
        assertThat(page.before()).isNull();
        page.rows().forEach(row -> met.add(id.apply(row)));
        while (page.after() != null) {
            page = list.apply(new Cursor(page.after(), false));
            page.rows().forEach(row -> met.add(id.apply(row)));
        }
        return met;
    }

    /** From the row before this one back to the first. */
    private static <T> List<UUID> backwards(Function<Cursor, Page<T>> list, Function<T, UUID> id, UUID from) {
        var met = new ArrayList<UUID>();
        var page = list.apply(new Cursor(from, true));
        page.rows().reversed().forEach(row -> met.add(id.apply(row)));
        while (page.before() != null) {
            page = list.apply(new Cursor(page.before(), true));
            page.rows().reversed().forEach(row -> met.add(id.apply(row)));
        }
        return met;
    }
}
