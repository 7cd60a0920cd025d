package org.uniongrid.exchange;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of a workbook around its sheets: where things are, texts that cells share, formats of numbers. */
final class Parts {

    private static final int MOST_TEXTS = 1_000_000;
    private static final int MOST_CHARACTERS = 20_000_000;
    private static final int MOST_LOOKS = 100_000;
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setXMLReporter((_, _, _, _) -> {});
    }

    private Parts() {}

    /** Names of parts; those that a workbook may lack are empty. */
    record Book(String firstSheet, String sharedTexts, String styles, boolean since1904) {}

    static XMLStreamReader parse(InputStream in) throws XMLStreamException {
        return XML.createXMLStreamReader(in);
    }

    static Book workbook(Archive archive, String name) throws IOException, XMLStreamException {
        var folder = name.substring(0, name.lastIndexOf('/') + 1);
        var relations = folder + "_rels/" + name.substring(folder.length()) + ".rels";
        var targets = targets(archive, relations, folder);
        var sheet = "";
        var since1904 = false;
        try (var in = archive.part(name)) {
            for (var xml = parse(in); xml.hasNext(); xml.next()) {
                if (starts(xml, "workbookPr")) since1904 = List.of("1", "true").contains(attribute(xml, "date1904"));
                if (starts(xml, "sheet") && sheet.isEmpty()) sheet = targets.getOrDefault(relation(xml), "");
            }
        }
        if (sheet.isEmpty()) throw new FileRefused("import.refused.broken");
        return new Book(sheet, ending(targets, "sharedStrings.xml"), ending(targets, "styles.xml"), since1904);
    }

    /** Where the relations of a part lead, by their id. */
    static Map<String, String> targets(Archive archive, String relations, String folder)
            throws IOException, XMLStreamException {
        var targets = new HashMap<String, String>();
        try (var in = archive.part(relations)) {
            for (var xml = parse(in); xml.hasNext(); xml.next()) {
                if (!starts(xml, "Relationship")) continue;
                var target = attribute(xml, "Target");
                targets.put(attribute(xml, "Id"), target.startsWith("/") ? target.substring(1) : folder + target);
            }
        }
        return targets;
    }

    static List<String> sharedTexts(Archive archive, String name) throws IOException, XMLStreamException {
        var texts = new ArrayList<String>();
        if (name.isEmpty()) return texts;
        var characters = 0L;
        try (var in = archive.part(name)) {
            for (var xml = parse(in); xml.hasNext(); xml.next()) {
                if (!starts(xml, "si")) continue;
                var text = text(xml, "si");
                characters += text.length();
                if (texts.size() >= MOST_TEXTS || characters > MOST_CHARACTERS)
                    throw new FileRefused("import.refused.bomb");
                texts.add(text);
            }
        }
        return texts;
    }

    static List<NumberText> looks(Archive archive, String name) throws IOException, XMLStreamException {
        var looks = new ArrayList<NumberText>();
        if (name.isEmpty()) return looks;
        var codes = new HashMap<String, String>();
        var inCells = false;
        try (var in = archive.part(name)) {
            for (var xml = parse(in); xml.hasNext(); xml.next()) {
                if (starts(xml, "numFmt")) codes.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
                if (starts(xml, "cellXfs")) inCells = true;
                if (ends(xml, "cellXfs")) inCells = false;
                if (inCells && starts(xml, "xf") && looks.size() < MOST_LOOKS) {
                    var id = attribute(xml, "numFmtId");
                    looks.add(NumberText.of(id.isEmpty() ? 0 : Integer.parseInt(id), codes.getOrDefault(id, "")));
                }
            }
        }
        return looks;
    }

    /** The words of a text with parts of its own look, without the reading aids above them. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        var aid = false;
        while (!ends(xml, element)) {
            if (starts(xml, "rPh")) aid = true;
            if (ends(xml, "rPh")) aid = false;
            if (starts(xml, "t")) {
                var words = xml.getElementText();
                if (!aid && text.length() <= 4 * RawCell.LONGEST) text.append(words);
            }
            xml.next();
        }
        text.setLength(Math.min(text.length(), 4 * RawCell.LONGEST));
        return unfolded(text.toString());
    }

    /** Excel writes some characters as {@code _x000D_}. */
    static String unfolded(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))))
                : text;
    }

    static boolean starts(XMLStreamReader xml, String element) {
        return xml.getEventType() == XMLStreamReader.START_ELEMENT
                && xml.getLocalName().equals(element);
    }

    static boolean ends(XMLStreamReader xml, String element) {
        return xml.getEventType() == XMLStreamReader.END_ELEMENT
                && xml.getLocalName().equals(element);
    }

    static String attribute(XMLStreamReader xml, String name) {
        return requireNonNullElse(xml.getAttributeValue("", name), "");
    }

    /** {@code r:id}, in the namespace of either edition of the standard. */
    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++)
            if (xml.getAttributeLocalName(i).equals("id")) return xml.getAttributeValue(i);
        return "";
    }

    private static String ending(Map<String, String> targets, String end) {
        return targets.values().stream()
                .filter(target -> target.endsWith(end))
                .findFirst()
                .orElse("");
    }
}
