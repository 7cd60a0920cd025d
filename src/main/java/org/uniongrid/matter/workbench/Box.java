package org.uniongrid.matter.workbench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose matters a list shows. */
enum Box {
    /** 待办: what the chosen post has in its hands. */
    HELD,
    /** 待领: what waits in the pool of its unit. */
    POOL,
    /** 我方发起: what its unit asked of others. */
    ASKED,
    /** 我方承办: what others asked of its unit, ended or not. */
    RECEIVED;

    boolean isOfTasks() {
        return this == HELD || this == POOL;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return "matter.box." + path();
    }

    static Box at(Optional<String> path) {
        return Arrays.stream(values())
                .filter(box -> path.filter(box.path()::equals).isPresent())
                .findFirst()
                .orElse(HELD);
    }
}
