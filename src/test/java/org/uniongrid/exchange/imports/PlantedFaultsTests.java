package org.uniongrid.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.SheetFile;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Category;
import org.uniongrid.people.Numbers;

/** A roll of five thousand with a thousand planted faults gives exactly those rows back; the others come in, once. */
@ModuleTest
class PlantedFaultsTests {

    private static final int ROWS = 5_000;
    private static final int EVERY = 5;
    private static final List<String> HEADERS = List.of(
            "工会名称",
            "姓名",
            "证件类型",
            "证件号码",
            "手机号",
            "银行卡号",
            "单位名称",
            "统一社会信用代码",
            "入会日期",
            "职工类别",
            "学历",
            "技能等级",
            "户籍",
            "就业状况",
            "会籍状态");

    private final ImportDesk desk;
    private final ImportRuns runs;
    private final ImportFiles files;
    private final Union union;
    private final JdbcClient db;
    private final Union.Unit east;
    private final Union.Unit joint;
    private final Union.Unit elsewhere;
    private final Actor cadre;

    PlantedFaultsTests(ImportDesk desk, ImportRuns runs, ImportFiles files, Union union, JdbcClient db) {
        this.desk = desk;
        this.runs = runs;
        this.files = files;
        this.union = union;
        this.db = db;
        var city = union.city();
        east = union.district(city, "错");
        joint = union.under(east, Category.JOINT, "错");
        elsewhere = union.under(union.district(city, "外"), Category.JOINT, "外");
        cadre = union.cadre(east);
    }

    private Map<String, String> good(int number) {
        var row = new HashMap<>(Map.of(
                "工会名称",
                joint.name(),
                "姓名",
                "册员" + Integer.toString(number, 36),
                "证件号码",
                Numbers.idNumber(),
                "手机号",
                Numbers.phone(),
                "银行卡号",
                "62220%014d".formatted(number),
                "入会日期",
                "2024-03-01",
                "职工类别",
                "外卖配送员",
                "学历",
                "大专",
                "户籍",
                "农村"));
        row.put("就业状况", "灵活就业");
        return row;
    }

    /** Each kind of fault, planted into a row that was good. */
    private List<Consumer<Map<String, String>>> faults(Map<String, String> member, Map<String, String> other) {
        return List.of(
                row -> row.remove("姓名"),
                row -> row.put("工会名称", "查无此工会"),
                row -> row.put("工会名称", elsewhere.name()),
                row -> row.put("工会名称", east.name()),
                row -> row.remove("工会名称"),
                row -> row.compute("证件号码", (_, number) -> wrongCheckDigit(String.valueOf(number))),
                row -> row.put("证件号码", "99019919900231001X"),
                row -> row.put("证件号码", "9901991990"),
                row -> row.putAll(Map.of("证件类型", "护照", "证件号码", "E12")),
                row -> row.put("证件类型", "军官证"),
                row -> row.put("手机号", "0871-6512345"),
                row -> row.put("银行卡号", "6222"),
                row -> row.put("职工类别", "宇航员"),
                row -> row.put("学历", "很高"),
                row -> row.put("技能等级", "十级"),
                row -> row.put("户籍", "火星"),
                row -> row.put("就业状况", "忙"),
                row -> row.put("会籍状态", "开除"),
                row -> row.put("入会日期", "2099-01-01"),
                row -> row.put("入会日期", "去年春天"),
                row -> row.put("单位名称", "查无此单位"),
                row -> row.put("统一社会信用代码", "91990100MA99999990"),
                row -> List.of("证件号码", "手机号").forEach(row::remove),
                row -> row.put("证件号码", value(other, "证件号码")),
                row -> row.putAll(Map.of("姓名", value(other, "姓名"), "手机号", value(other, "手机号"))),
                row -> row.put("证件号码", value(member, "证件号码")),
                row -> row.putAll(member));
    }

    private static String value(Map<String, String> row, String header) {
        return row.getOrDefault(header, "");
    }

    private static String wrongCheckDigit(String number) {
        return number.substring(0, 17) + (number.endsWith("0") ? "1" : "0");
    }

    private static byte[] csv(List<Map<String, String>> rows) {
        return (String.join(",", HEADERS) + "\n"
                        + rows.stream()
                                .map(row -> HEADERS.stream()
                                        .map(header -> value(row, header))
                                        .collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\n")))
                .getBytes(StandardCharsets.UTF_8);
    }

    private ImportRun checked(byte[] file) {
        return finished(desk.upload(union.kind("members"), "册.csv", file, Map.of(), cadre));
    }

    private ImportRun finished(ImportRun run) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> runs.find(run.publicId(), cadre), found -> !found.isWorking());
    }

    private int members() {
        return db.sql("select count(*) from membership.stay where unit_id = ?")
                .param(joint.id())
                .query(Integer.class)
                .single();
    }

    private Map<String, String> memberElsewhere() {
        var row = good(1_000_000);
        union.take(
                "members",
                List.of(Map.of(
                        "unit-name", elsewhere.name(),
                        "member-name", value(row, "姓名"),
                        "id-number", value(row, "证件号码"))));
        return Map.of("姓名", value(row, "姓名"), "证件号码", value(row, "证件号码"));
    }

    @Test
    void exactlyThePlantedRowsComeBackAndTheOthersComeInOnce() {
        var member = memberElsewhere();
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < ROWS; i++) rows.add(good(i));
        var kinds = faults(member, rows.getFirst()).size();
        var planted = new LinkedHashMap<Integer, Integer>();
        for (int i = EVERY - 1; i < ROWS; i += EVERY) {
            var kind = planted.size() % kinds;
            faults(member, rows.get(i - 1)).get(kind).accept(rows.get(i));
            planted.put(i + 2, kind);
        }
        assertThat(planted).hasSize(1_000);
        var run = checked(csv(rows));
        assertThat(run.faulty()).isEqualTo(1_000);
        assertThat(run.added()).isEqualTo(4_000);

        desk.commit(run.publicId(), ImportRun.Mode.GOOD, cadre);
        assertThat(finished(run).state()).isEqualTo(ImportRun.State.COMMITTED);
        assertThat(members()).isEqualTo(4_000);
        assertThat(returned(run)).containsExactlyElementsOf(planted.keySet());

        var again = checked(csv(rows));
        assertThat(again.same()).isEqualTo(4_000);
        assertThat(again.faulty()).isEqualTo(1_000);
        desk.commit(again.publicId(), ImportRun.Mode.GOOD, cadre);
        finished(again);
        assertThat(members()).isEqualTo(4_000);
    }

    /** Numbers of the rows in the file that comes back, in its order. */
    private List<Integer> returned(ImportRun run) {
        return SheetFile.read(files.errors(run, Locale.SIMPLIFIED_CHINESE), List.of(Column.required("row", "行号")))
                .rows()
                .stream()
                .map(row -> Integer.valueOf(row.cell("row")))
                .toList();
    }

    @Test
    void whoHasJoinedElsewhereMeanwhileStopsAllOfIt() {
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 2_100; i++) rows.add(good(2_000_000 + i));
        var run = checked(csv(rows));
        assertThat(run.faulty()).isZero();
        var last = rows.getLast();
        union.take(
                "members",
                List.of(Map.of(
                        "unit-name", elsewhere.name(),
                        "member-name", value(last, "姓名"),
                        "id-number", value(last, "证件号码"))));
        desk.commit(run.publicId(), ImportRun.Mode.ALL, cadre);
        var failed = finished(run);
        assertThat(failed.state()).isEqualTo(ImportRun.State.FAILED);
        assertThat(failed.failure()).isEqualTo("rule.roll-is-as-checked");
        assertThat(members()).isZero();
    }
}
