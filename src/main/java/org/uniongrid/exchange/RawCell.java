package org.uniongrid.exchange;

import java.util.regex.Pattern;

/** A cell as the file has it, cleaned of what nobody can see. */
record RawCell(String text, Flaw flaw) {

    static final RawCell EMPTY = new RawCell("", Flaw.NONE);
    static final int LONGEST = 500;

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n\\u0085\\u2028\\u2029]+");
    /** Control characters, marks that turn the direction of writing, halves of characters. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u200B-\\u200F\\u202A-\\u202E" + "\\u2060-\\u2069\\uFEFF\\uFFFE\\uFFFF]+");

    private static final Pattern EDGES = Pattern.compile("^[\\s\\u00A0\\u3000]+|[\\s\\u00A0\\u3000]+$");

    /** What is wrong with a cell, whatever it is about. */
    enum Flaw {
        NONE(""),
        FORMULA("import.problem.formula"),
        ERROR("import.problem.error-value"),
        TOO_LONG("import.problem.too-long");

        final String key;

        Flaw(String key) {
            this.key = key;
        }
    }

    static RawCell text(String raw) {
        return of(raw, Flaw.NONE);
    }

    static RawCell of(String raw, Flaw flaw) {
        // a little more than is kept, so that a cell of megabytes costs nothing
        var cut = raw.length() > 4 * LONGEST ? raw.substring(0, 4 * LONGEST) : raw;
        var spaced = BREAKS.matcher(cut).replaceAll(" ");
        var seen = EDGES.matcher(UNSEEN.matcher(spaced).replaceAll("")).replaceAll("");
        var tooLong = seen.codePointCount(0, seen.length()) > LONGEST;
        var text = tooLong ? seen.substring(0, seen.offsetByCodePoints(0, LONGEST)) : seen;
        return new RawCell(
                flaw == Flaw.FORMULA ? text : Xlsx.unescaped(text),
                tooLong && flaw == Flaw.NONE ? Flaw.TOO_LONG : flaw);
    }

    boolean isEmpty() {
        return text.isEmpty() && flaw == Flaw.NONE;
    }
}
