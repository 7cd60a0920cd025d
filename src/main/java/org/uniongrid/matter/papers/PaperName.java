package org.uniongrid.matter.papers;

import java.text.Normalizer;

/** The name of a file, cleaned of all that could mislead a reader or a disk. */
final class PaperName {

    static final int LONGEST = 100;

    private PaperName() {}

    /** Ends as its type does, whatever it ended with. */
    static String of(String sent, PaperType type) {
        var name = readable(sent);
        if (name.isEmpty()) name = type.ending() + "." + type.ending();
        if (!type.hasEnding(name)) name = name + "." + type.ending();
        if (name.length() <= LONGEST) return name;
        var ending = name.substring(name.lastIndexOf('.'));
        return whole(name.substring(0, LONGEST - ending.length())) + ending;
    }

    /** As messages show it, before anything is known of the file. */
    static String readable(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        return Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
    }

    /** Without half a sign at its end. */
    private static String whole(String cut) {
        return Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? cut.substring(0, cut.length() - 1) : cut;
    }
}
