package org.uniongrid.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a pass, passport or residence card of somebody who has no resident identity number. */
final class Document {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{5,18}");

    private Document() {}

    static Optional<String> normal(String typed) {
        return Optional.of(Typed.withoutSpaces(typed).toUpperCase(Locale.ROOT).replaceAll("[-()]", ""))
                .filter(number -> SHAPE.matcher(number).matches());
    }
}
