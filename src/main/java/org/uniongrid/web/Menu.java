package org.uniongrid.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;

/** The main navigation: modules say which pages they have, everybody sees those they may open. */
@Component
public class Menu {

    private final List<Entry> entries;

    Menu(List<Entry> entries) {
        this.entries =
                entries.stream().sorted(Comparator.comparingInt(Entry::order)).toList();
    }

    /**
     * A page in the navigation.
     *
     * @param order place in the whole menu, low first
     * @param group message key of the heading it stands under
     * @param key message key of its name
     * @param icon a name in the icon sprite
     * @param href its address; pages below it keep it lit
     * @param permission what an actor must be permitted to see it
     */
    public record Entry(int order, String group, String key, String icon, String href, String permission) {}

    /** Pages under one heading. */
    public record Group(String key, List<Entry> entries) {}

    List<Group> of(@Nullable Actor actor) {
        if (actor == null) return List.of();
        var groups = new LinkedHashMap<String, List<Entry>>();
        for (var entry : entries)
            if (actor.may(entry.permission()))
                groups.computeIfAbsent(entry.group(), key -> new ArrayList<>()).add(entry);
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }
}
