package org.uniongrid.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.uniongrid.foundation.Actor;

/**
 * Something that can be taken in from a file. A module declares one as a bean; the exchange reads the file, shows the
 * findings and asks the person before anything is kept.
 */
public interface ImportKind {

    /** In kebab case; its words are {@code import.<key>.title} and {@code import.<key>.help}. */
    String key();

    /** What an actor must be permitted, besides {@code exchange.import}. */
    String permission();

    List<Column> columns();

    /** Address of the page where the rows can be seen afterwards, if there is one. */
    default Optional<String> seenAt() {
        return Optional.empty();
    }

    /** Questions to answer with yes or no before the upload. */
    default List<Choice> choices() {
        return List.of();
    }

    /** How a list that is pasted becomes the lines of a file, where one may be pasted. */
    default Optional<UnaryOperator<String>> pasting() {
        return Optional.empty();
    }

    /**
     * Looks at all rows at once and changes nothing: it runs in a read-only transaction. Empty required cells are
     * reported by the exchange. A row that leans on a faulty row of the same file has a problem too, since good rows
     * may be taken in without the others. A row without a verdict counts as new.
     */
    void check(Sheet sheet, Actor actor, Findings findings);

    /**
     * Takes in the rows without problems, in one transaction of the exchange. What has changed since the check is
     * refused by an exception, and nothing is kept. Repeating it with the same rows changes nothing.
     */
    void commit(Sheet sheet, Actor actor);
}
