package org.uniongrid.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uniongrid.web.Said;

/**
 * What a kind adds to the page of one of its matters: as it is now, and only what the reader may see.
 *
 * @param notes to be known before anybody decides
 * @param facts one below the other
 * @param more where it stands in full; null where there is nothing more
 */
public record Shown(
        List<Said> notes, List<Fact> facts, @Nullable More more) {

    public static final Shown NOTHING = new Shown(List.of(), List.of(), null);

    public Shown {
        notes = List.copyOf(notes);
        facts = List.copyOf(facts);
    }

    /**
     * A fact in one sentence or several.
     *
     * @param label key of the message that names it
     */
    public record Fact(String label, List<Said> lines) {

        public Fact {
            lines = List.copyOf(lines);
        }

        public static Fact of(String label, Said... lines) {
            return new Fact(label, List.of(lines));
        }
    }

    /**
     * A link.
     *
     * @param text key of its message
     */
    public record More(String text, String address) {}

    public boolean isEmpty() {
        return notes.isEmpty() && facts.isEmpty() && more == null;
    }
}
