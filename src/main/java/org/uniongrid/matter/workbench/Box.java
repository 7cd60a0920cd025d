package org.uniongrid.matter.workbench;

import java.util.Arrays;
import java.util.Optional;

/** Whose matters a list shows. */
public enum Box {
    /** 待办: what the chosen post has in its hands, or has for another post. */
    HELD,
    /** 待领: what waits in the pool of its unit, and what waits at a post of the unit that nobody holds. */
    POOL,
    /** 已办: in what the person has had a hand. */
    DONE,
    /** 我方发起: what its unit asked of others. */
    ASKED,
    /** 我方承办: what its unit handles or has a part in, ended or not. */
    RECEIVED,
    /** 抄送. */
    COPIED,
    /** 全部: all that the reader may see. */
    ALL,
    /** 草稿. */
    DRAFTS;

    public boolean isOfTasks() {
        return this == HELD || this == POOL;
    }

    /** Whether it may be narrowed down by more than words: kind, state and lateness. */
    public boolean hasFilters() {
        return this != DRAFTS;
    }

    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String key() {
        return "matter.box." + path();
    }

    static Box at(Optional<String> path) {
        return Arrays.stream(values())
                .filter(box -> path.filter(box.path()::equals).isPresent())
                .findFirst()
                .orElse(HELD);
    }
}
