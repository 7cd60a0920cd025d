package org.uniongrid.exchange;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the first sheet of a workbook as a stream. Written for files of strangers: the libraries tried believe a cell
 * that says it stands in column ten million, and unfold shared formulas without end.
 */
final class XlsxFile {

    private static final int LAST_ROW = 1 << 20;
    private static final int LAST_COLUMN = 1 << 14;

    private final Archive archive;

    private XlsxFile(Archive archive) {
        this.archive = archive;
    }

    static void read(byte[] content, RawRows rows) {
        try (var archive = Archive.open(content)) {
            new XlsxFile(archive).read(rows);
        } catch (IOException | XMLStreamException | NumberFormatException e) {
            throw new FileRefused("import.refused.broken");
        }
    }

    private void read(RawRows rows) throws IOException, XMLStreamException {
        if (!archive.has("_rels/.rels")) throw new FileRefused("import.refused.unknown");
        var workbook = Parts.targets(archive, "_rels/.rels", "").values().stream()
                .filter(target -> target.startsWith("xl/") && target.endsWith(".xml"))
                .findFirst()
                .orElseThrow(() -> new FileRefused("import.refused.unknown"));
        var book = Parts.workbook(archive, workbook);
        var texts = Parts.sharedTexts(archive, book.sharedTexts());
        var looks = Parts.looks(archive, book.styles());
        try (var in = archive.part(book.firstSheet())) {
            new Reader(Parts.parse(in), texts, looks, book.since1904()).read(rows);
        }
    }

    /** Walks over the cells of one sheet. */
    private record Reader(XMLStreamReader xml, List<String> texts, List<NumberText> looks, boolean since1904) {

        void read(RawRows rows) throws XMLStreamException {
            var number = 0;
            while (xml.hasNext()) {
                if (Parts.starts(xml, "row")) {
                    var next = attribute("r", number + 1);
                    if (next <= number || next > LAST_ROW) throw new FileRefused("import.refused.broken");
                    number = next;
                    rows.row(number, cells());
                }
                xml.next();
            }
        }

        private List<RawCell> cells() throws XMLStreamException {
            var cells = new RawCell[RawRows.MOST_COLUMNS];
            Arrays.fill(cells, RawCell.EMPTY);
            var column = -1;
            while (!Parts.ends(xml, "row")) {
                if (Parts.starts(xml, "c")) {
                    column = column(column + 1);
                    var cell = cell();
                    if (column < cells.length) cells[column] = cell;
                    else if (!cell.isEmpty())
                        throw new FileRefused("import.refused.too-many-columns", RawRows.MOST_COLUMNS);
                }
                xml.next();
            }
            return List.of(cells);
        }

        private RawCell cell() throws XMLStreamException {
            var type = text("t");
            var style = attribute("s", -1);
            var formula = "";
            var isFormula = false;
            var value = "";
            for (xml.next(); !Parts.ends(xml, "c"); xml.next()) {
                if (Parts.starts(xml, "f")) {
                    isFormula = true;
                    formula = "=" + xml.getElementText();
                } else if (Parts.starts(xml, "v")) value = xml.getElementText();
                else if (Parts.starts(xml, "is")) value = Parts.text(xml, "is");
            }
            if (isFormula) return RawCell.of(formula, RawCell.Flaw.FORMULA);
            return value.isEmpty() ? RawCell.EMPTY : of(type, value, style);
        }

        private RawCell of(String type, String value, int style) {
            return switch (type) {
                case "s" -> RawCell.text(shared(Integer.parseInt(value)));
                case "b" -> RawCell.text(value.equals("0") ? "FALSE" : "TRUE");
                case "e" -> RawCell.of(value, RawCell.Flaw.ERROR);
                case "", "n" -> RawCell.text(look(style).show(value, since1904));
                default -> RawCell.text(Parts.unfolded(value));
            };
        }

        private String shared(int index) {
            if (index < 0 || index >= texts.size()) throw new FileRefused("import.refused.broken");
            return texts.get(index);
        }

        private NumberText look(int style) {
            return style >= 0 && style < looks.size() ? looks.get(style) : NumberText.PLAIN;
        }

        /** The column of {@code AB12}, or the next one where the cell does not say. */
        private int column(int next) {
            var name = text("r");
            if (name.isEmpty()) return next;
            var column = 0;
            for (int i = 0; i < name.length() && Character.isLetter(name.charAt(i)); i++) {
                column = column * 26 + Character.toUpperCase(name.charAt(i)) - 'A' + 1;
                if (column > LAST_COLUMN) throw new FileRefused("import.refused.broken");
            }
            if (column < 1) throw new FileRefused("import.refused.broken");
            return column - 1;
        }

        private String text(String attribute) {
            return Parts.attribute(xml, attribute);
        }

        private int attribute(String name, int absent) {
            var text = text(name);
            return text.isEmpty() ? absent : Integer.parseInt(text);
        }
    }
}
