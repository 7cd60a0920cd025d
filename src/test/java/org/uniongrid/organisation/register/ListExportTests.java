package org.uniongrid.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;

/** A workbook has the rows of the list, all of them, in its order, with the columns that were chosen. */
@ModuleTest
class ListExportTests {

    private static final int MANY = 620;

    private final MockMvcTester mvc;
    private final EmployerList employers;
    private final UnitList units;
    private final Union.Unit city;
    private final Actor cadre;

    ListExportTests(MockMvcTester mvc, Union union, EmployerList employers, UnitList units) {
        this.mvc = mvc;
        this.employers = employers;
        this.units = units;
        this.city = union.city();
        this.cadre = union.cadre(city);
        union.take(
                "unions",
                IntStream.range(0, MANY)
                        .mapToObj(i -> Union.enterpriseRow(
                                city,
                                "出" + i + city.division() + "厂",
                                Map.of("staff", String.valueOf(i % 2 == 0 ? 10 : 500))))
                        .toList());
    }

    @Test
    void employersAreThoseOfTheListOverAllPages() throws IOException {
        var filter = EmployerFilter.of(Map.of("size", "FROM_200", "q", "出"));
        var listed = new ArrayList<String>();
        var page = employers.page(cadre.reach("organisation.employer.read"), city.scope(), filter, Cursor.START);
        page.rows().forEach(row -> listed.add(row.name()));
        while (page.after() != null) {
            page = employers.page(
                    cadre.reach("organisation.employer.read"), city.scope(), filter, new Cursor(page.after(), false));
            page.rows().forEach(row -> listed.add(row.name()));
        }
        assertThat(listed).hasSize(MANY / 2);
        var rows = rows(export("employers", "size=FROM_200", "q=出", "column=name", "column=staff"));
        assertThat(rows.getFirst()).containsExactly("名称", "职工数");
        assertThat(rows.stream().skip(1).map(List::getFirst)).containsExactlyElementsOf(listed);
        assertThat(rows.stream().skip(1).map(List::getLast)).containsOnly("500");
    }

    @Test
    void unionsAreThoseOfTheListBeyondOneBatch() throws IOException {
        var rows = rows(export("unions", "column=name", "column=category"));
        assertThat(rows).hasSize(MANY + 2);
        var first = units.page(cadre.reach("organisation.unit.read"), city.scope(), UnitFilter.NONE, Cursor.START);
        assertThat(rows.stream().skip(1).limit(UnitList.SIZE).map(List::getFirst))
                .containsExactlyElementsOf(
                        first.rows().stream().map(UnitList.Row::name).toList());
        assertThat(rows.stream().skip(1).map(List::getFirst)).doesNotHaveDuplicates();
    }

    @Test
    void everyColumnThatAListOffersCanBeExported() throws IOException {
        for (var list : ListKind.values())
            for (var column : list.exported(list.columns())) {
                var kind = list == ListKind.UNITS ? "unions" : "employers";
                assertThat(rows(export(kind, "column=" + column, "q=出1")).getFirst())
                        .hasSize(1);
            }
    }

    private MvcTestResult export(String kind, String... fields) {
        var request = mvc.post()
                .uri("/exchange/exports")
                .requestAttr(Actor.class.getName(), cadre)
                .param("kind", kind)
                .param("under", city.publicId().toString());
        for (var field : fields) request = request.param(field.split("=", 2)[0], field.split("=", 2)[1]);
        return request.exchange();
    }

    private static List<List<String>> rows(MvcTestResult answer) throws IOException {
        assertThat(answer).hasStatusOk();
        var workbook = answer.getResponse().getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }
}
