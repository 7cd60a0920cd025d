package org.uniongrid.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of a kind of matter: the steps it goes through, in order, and beside them the one in which whoever asked adds
 * what is missing. A matter keeps to the end the version that it began with.
 *
 * @param unit whose route it is, with all below; null for the platform's own
 * @param steps at least one at the unit that is asked, or above it
 */
public record Route(
        long id,
        UUID publicId,
        String kind,
        @Nullable UUID unit,
        @Nullable String unitName,
        int version,
        List<Step> steps) {

    public Route {
        steps = List.copyOf(steps);
    }

    /** Without the asker's. */
    public List<Step> working() {
        return steps.stream().filter(step -> !step.isAskers()).toList();
    }

    public Step first() {
        return working().getFirst();
    }

    /** @throws IllegalArgumentException where the route has no such step */
    public Step step(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no step " + key + " in " + kind));
    }

    public Optional<Step> find(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** The later steps, whether they are there for a matter or not. */
    List<Step> after(Step step) {
        var working = working();
        return step.isAskers() ? List.of() : working.subList(working.indexOf(step) + 1, working.size());
    }

    /** The earlier steps, and the asker's last. */
    List<Step> before(Step step) {
        var working = working();
        var earlier = new java.util.ArrayList<>(working.subList(0, Math.max(0, working.indexOf(step))));
        steps.stream().filter(Step::isAskers).forEach(earlier::add);
        return List.copyOf(earlier);
    }
}
