package org.uniongrid.matter;

import java.util.List;

/** A kind of matter, declared as a bean by the module whose work it is. */
public interface MatterKind {

    /** In kebab case, such as {@code general}; {@code matter.kind.} before it makes the key of its name. */
    String key();

    /** Subject of the rule pack that its clocks go by. */
    String pack();

    /** The steps it goes through where no unit has a route of its own. */
    List<Step> route();

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

    default String name() {
        return "matter.kind." + key();
    }
}
