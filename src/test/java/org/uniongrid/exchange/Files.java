package org.uniongrid.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files as people and their enemies make them. */
public final class Files {

    static final List<Column> COLUMNS = List.of(
            Column.required("name", "单位名称", "Name").like("云港电子"),
            Column.optional("founded", "成立日期"),
            Column.optional("staff", "职工人数", "Staff"),
            Column.skipped("chair-id", "主席身份证号"));

    private Files() {}

    public static byte[] xlsx(Consumer<Worksheet> content) {
        var out = new ByteArrayOutputStream();
        try {
            var workbook = new Workbook(out, "Test", "1.0");
            content.accept(workbook.newWorksheet("Sheet1"));
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Rows of text, the first at the top. */
    public static byte[] xlsx(List<List<String>> rows) {
        return xlsx(sheet -> {
            for (int row = 0; row < rows.size(); row++)
                for (int column = 0; column < rows.get(row).size(); column++)
                    sheet.value(row, column, rows.get(row).get(column));
        });
    }

    /** A workbook written by hand around these rows in XML. */
    static byte[] xlsx(String rows) {
        return zip(parts(rows));
    }

    static Map<String, byte[]> parts(String rows) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("_rels/.rels", bytes("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Target="xl/workbook.xml"/></Relationships>"""));
        parts.put("xl/_rels/workbook.xml.rels", bytes("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"""));
        parts.put("xl/workbook.xml", bytes("""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"""));
        parts.put("xl/worksheets/sheet1.xml", bytes("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
