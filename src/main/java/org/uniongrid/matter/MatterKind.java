package org.uniongrid.matter;

import java.util.List;
import org.uniongrid.foundation.Actor;

/** A kind of matter, declared as a bean by the module whose work it is. */
public interface MatterKind {

    /** In kebab case, such as {@code general}; {@code matter.kind.} before it makes the key of its name. */
    String key();

    /** Subject of the rule pack that its clocks go by. */
    String pack();

    /** The steps it goes through where no unit has a route of its own. */
    List<Step> route();

    /** Name of the value in the rule pack that the clock of a step goes by, for this matter. */
    default String clock(Matter matter, Step step) {
        return step.clock();
    }

    /** Whether a unit may write a route of its own for itself and all below. */
    default boolean mayBeRerouted() {
        return true;
    }

    /** Whether whoever asked may open it again, within the days of {@code reopen} in its rule pack. */
    default boolean mayReopen() {
        return true;
    }

    /** Whether several are taken or handed over at once from a list. */
    default boolean mayGoInBatches() {
        return true;
    }

    /** Whether a step of it may be done by a link, on a page that shows its words alone. */
    default boolean mayGoByLink() {
        return true;
    }

    /**
     * What an action is called at matters of this kind: the last part of the keys {@code matter.action.}, {@code
     * matter.done.}, {@code matter.then.} and {@code matter.words.}.
     */
    default String wording(Action action) {
        return action.path();
    }

    /** Whether an action is done with words, at matters of this kind. */
    default Action.Words words(Action action) {
        return action.words();
    }

    /** Whether it may stand on the first page of whoever asked, which others see over their shoulder. */
    default boolean mayStandInSight() {
        return true;
    }

    /** What the page of a matter shows besides its words and papers. */
    default Shown shown(Matter matter, Actor reader) {
        return Shown.NOTHING;
    }

    /**
     * Somebody moves a matter along its route. It is called in their transaction, with the matter locked, before anything is
     * written of it: what the decision means is done here, or is refused.
     *
     * @throws org.uniongrid.foundation.RuleBroken where it cannot be
     */
    default void deciding(Matter matter, Action action, Actor actor) {}

    default String name() {
        return "matter.kind." + key();
    }
}
