package org.uniongrid.matter;

import java.util.List;

/** A kind of matter, declared as a bean by the module whose work it is. */
public interface MatterKind {

    /** In kebab case, such as {@code general}; {@code matter.kind.} before it makes the key of its name. */
    String key();

    /** Subject of the rule pack that its clocks go by. */
    String pack();

    /** The steps it may go through; it begins with the first. */
    List<Step> route();

    /** @throws IllegalArgumentException where the route has no such step */
    default Step step(String key) {
        return route().stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + key + " in " + key()));
    }

    default String name() {
        return "matter.kind." + key();
    }
}
