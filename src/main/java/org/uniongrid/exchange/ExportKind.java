package org.uniongrid.exchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Scope;
import org.uniongrid.web.Say;

/**
 * A list that can be taken along as a workbook. A module declares one as a bean; the exchange counts, asks for approval
 * where it must, reads batch by batch within one read-only transaction, and keeps account of it. A page offers it by the
 * template {@code exchange.take}.
 */
public interface ExportKind {

    /** In kebab case; {@code export.<key>.title} is its name. */
    String key();

    /** What an actor must be permitted, besides {@code exchange.export}. */
    String permission();

    /** Whether its rows hold personal data: then few rows need approval already. */
    boolean personal();

    /** Whether numbers of persons stand in it in full: then another person approves it, however few rows it has. */
    default boolean inFull() {
        return false;
    }

    List<ExportColumn> columns();

    /** What stands above the columns of this file, in the order of its cells: the words of the columns asked for, unless the kind knows better. */
    default List<String> headings(ExportAsked asked, Actor actor, Say say) {
        return asked.columns().stream()
                .map(key -> columns().stream()
                        .filter(column -> column.key().equals(key))
                        .findFirst()
                        .orElseThrow())
                .map(column -> say.of(column.heading()))
                .toList();
    }

    /**
     * The unit whose subtree is asked for.
     *
     * @throws java.util.NoSuchElementException where it is out of the actor's reach
     */
    Unit unit(ExportAsked asked, Actor actor);

    /** The filter as a reader would say it, without the unit; empty where there is none. It is put on the audit trail. */
    String words(ExportAsked asked, Actor actor, Say say);

    /** How many rows there are, all of them counted. */
    long count(ExportAsked asked, Actor actor);

    /**
     * The next rows in the order of the list, some hundreds at a time; none where the list ends.
     *
     * @param after the last row that was read, or null at the beginning
     */
    List<Row> rows(ExportAsked asked, Actor actor, @Nullable UUID after, Say say);

    /** Where it was asked for. */
    record Unit(UUID id, String name, Scope scope) {}

    /** One row: its public id, and a text for each column that was asked for. */
    record Row(UUID id, List<String> cells) {}
}
