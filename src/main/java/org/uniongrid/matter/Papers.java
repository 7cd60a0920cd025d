package org.uniongrid.matter;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;

/** The papers of matters, for the rooms where a matter is shown or begun. */
public interface Papers {

    /**
     * How large a file may be, and how many a matter may have; those taken back count.
     *
     * @param accept endings of what is taken, as a form says it to the browser
     * @param scanned whether viruses are looked for
     */
    record Limits(int fileMegabytes, int matterMegabytes, int most, String accept, boolean scanned) {}

    /** The papers of one matter that its reader may see, in the order in which they came. */
    record Shelf(List<Paper> papers, Limits limits) {}

    /** A file as somebody sends it. */
    record Sent(String name, byte[] content) {}

    /** A file that was looked at and laid down, and belongs to no matter yet. */
    record Accepted(String name, String type, long size, String hash) {}

    /**
     * A paper as it is given out.
     *
     * @param shown whether a browser may show it in place
     */
    record Given(String name, String mediaType, boolean shown, byte[] content) {}

    Limits limits();

    Shelf of(Matter matter);

    /**
     * Looks at files before anything comes of them.
     *
     * @throws RuleBroken where one of them is refused
     */
    List<Accepted> accept(List<Sent> files);

    /**
     * Adds them to an open matter, once for a form.
     *
     * @param inside whether they are for the side that is asked only
     * @param key of the form they came with, also where the form has done something else by it
     */
    void attach(Actor actor, UUID matter, List<Accepted> files, boolean inside, UUID key);

    /**
     * The same within an action of the engine, which holds the matter and tells of it.
     *
     * @throws RuleBroken where there is no room for them
     */
    void enclose(Actor actor, Matter matter, List<Accepted> files, boolean inside);

    /**
     * Gives one out, and notes on the audit trail to whom.
     *
     * @throws NoSuchElementException where there is none that the actor may see
     */
    Given give(Actor actor, UUID matter, UUID paper);
}
