package org.uniongrid.matrix;

import java.util.Map;
import java.util.Set;

/**
 * What came back.
 *
 * @param wrote tables that were written to while it was made
 */
record Answer(int status, String text, Map<String, ?> model, Set<String> wrote) {

    boolean isRefusal() {
        return status >= 400;
    }

    /** What the same question about something else would say as well. */
    Answer plain(Iterable<Thing> asked) {
        var plain = text;
        for (var thing : asked) plain = plain.replace(thing.id(), "ID");
        plain = plain.replaceAll("[0-9a-f]{12,}", "REQUEST").replaceAll("nonce=\"[^\"]*\"", "");
        plain = plain.replaceAll("name=\"id\" value=\"[^\"]*\"", ""); // what a form enters is numbered anew each time
        plain = plain.replaceAll("\"asOf\":\"[^\"]*\"", ""); // until when a program has seen everything
        return new Answer(status, plain, Map.of(), wrote);
    }
}
