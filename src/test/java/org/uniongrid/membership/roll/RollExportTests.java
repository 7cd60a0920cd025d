package org.uniongrid.membership.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Category;
import org.uniongrid.people.Numbers;
import org.uniongrid.web.Say;

/** A roll as a workbook has the rows of its list, within reach, and shows no number in full. */
@ModuleTest
class RollExportTests {

    private static final List<String> ALL =
            List.of("name", "union", "employer", "class", "since", "state", "number", "phone");

    private final Union union;
    private final RollExport export;
    private final Say say;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor cadre;
    private final String number = Numbers.idNumber();
    private final String phone = Numbers.phone();

    RollExportTests(Union union, RollExport export, MessageSource messages) {
        this.union = union;
        this.export = export;
        this.say = new Say(messages, Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"));
        city = union.city();
        east = union.district(city, "出");
        cadre = union.cadre(east);
    }

    private List<List<String>> rows(ExportAsked asked, Actor actor) {
        var all = new ArrayList<List<String>>();
        var batch = export.rows(asked, actor, null, say);
        while (!batch.isEmpty()) {
            batch.forEach(row -> all.add(row.cells()));
            batch = export.rows(asked, actor, batch.getLast().id(), say);
        }
        return all;
    }

    private void members(Union.Unit unit, int count) {
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < count; i++)
            rows.add(Map.of("unit-name", unit.name(), "member-name", "出员" + i, "phone", Numbers.phone()));
        union.take("members", rows);
    }

    @Test
    void aRowSaysWhatThePageSaysAndNumbersAreMasked() {
        var joint = union.under(east, Category.JOINT, "出");
        union.take(
                "members",
                List.of(Map.of(
                        "unit-name",
                        joint.name(),
                        "member-name",
                        "出甲",
                        "id-number",
                        number,
                        "phone",
                        phone,
                        "joined-on",
                        "2020-05-01",
                        "worker-class",
                        "快递员",
                        "member-state",
                        "退休")));
        assertThat(rows(new ExportAsked(Map.of(), ALL), cadre)).singleElement().satisfies(row -> {
            assertThat(row).startsWith("出甲", joint.name(), "", "快递员", "2020-05-01", "退休会员");
            assertThat(row.get(6)).contains("*").isNotEqualTo(number);
            assertThat(row.get(7)).contains("*").isNotEqualTo(phone);
        });
    }

    @Test
    void moreThanOneBatchComesInTheOrderOfTheListAndNothingOutOfReach() {
        members(union.under(east, Category.JOINT, "多"), 620);
        members(union.under(union.district(city, "外"), Category.JOINT, "外"), 3);
        var asked = new ExportAsked(Map.of(), List.of("name"));
        assertThat(rows(asked, cadre)).hasSize(620).doesNotHaveDuplicates();
        assertThat(export.count(asked, cadre)).isEqualTo(620);
        assertThat(rows(asked, union.cadre(city))).hasSize(623);
        assertThat(rows(new ExportAsked(Map.of("state", "RETIRED"), List.of("name")), cadre))
                .isEmpty();
    }

    @Test
    void whatIsAskedForIsKeptSoNobodyIsAskedForByANumber() {
        assertThatThrownBy(() -> export.unit(new ExportAsked(Map.of("q", phone), ALL), cadre))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(export.personal()).isTrue();
    }
}
