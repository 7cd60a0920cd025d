package org.uniongrid.people;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people and spreadsheets make of numbers. */
final class Typed {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private Typed() {}

    /** Also full-width digits of Chinese keyboards, and marks that cannot be seen. */
    static String withoutSpaces(String typed) {
        return SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
    }
}
