package org.uniongrid.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;

/** A tab that another room or module adds to the page of an employer. Shown to whoever holds its permission. */
public interface EmployerPanel {

    /** Its name in the address, such as {@code chains}. */
    String key();

    /** Message key of the tab. */
    String title();

    /** What the reader must hold to see it. */
    String permission();

    /** What it shows of an employer that was found within the actor's reach. */
    Part of(EmployerDirectory.Found employer, Actor actor);

    /**
     * Its content: lines, or words where there are none, and where to go from here.
     *
     * @param emptyTitle message key, for no lines
     * @param emptyText message key, for no lines
     */
    record Part(List<Line> lines, List<Link> links, String emptyTitle, String emptyText) {

        public Part {
            lines = List.copyOf(lines);
            links = List.copyOf(links);
        }
    }

    /**
     * One line.
     *
     * @param href where the name leads, or null
     * @param label message key of a badge beside the name, or null
     * @param detail message key of what stands below the name
     * @param values for the places of the detail
     */
    record Line(
            String name, @Nullable String href, @Nullable String label, String detail, List<Object> values) {

        public Line {
            values = List.copyOf(values);
        }
    }

    /** A button that leads to a page. */
    record Link(String key, String icon, String href) {}
}
