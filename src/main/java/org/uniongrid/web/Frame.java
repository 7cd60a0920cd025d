package org.uniongrid.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;

/**
 * What the page frame around a page needs to know.
 *
 * @param actor who is signed in, or null on pages before sign-in
 * @param menu the groups of pages this actor may open
 * @param path the address of this page with its query, to come back to
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param nonce permits the page's scripts under the content security policy
 * @param csrfName name of the hidden field that every form sends
 * @param csrf its value
 * @param unread how many notices wait unread, or null where there is no inbox
 * @param toast good news to show once, or null
 * @param requestId names this request in the log
 * @param elder whether pages on the phone come in bigger type, 大字版
 */
public record Frame(
        @Nullable Actor actor,
        List<Menu.Group> menu,
        String path,
        String theme,
        String nonce,
        String csrfName,
        String csrf,
        @Nullable Integer unread,
        @Nullable Toast toast,
        String requestId,
        Assets assets,
        boolean elder) {

    /** Whether the page stands at this entry or below it; of two that fit, the longer address is meant. */
    public boolean isAt(Menu.Entry entry) {
        return menu.stream()
                .flatMap(group -> group.entries().stream())
                .map(Menu.Entry::href)
                .filter(this::isBelow)
                .max(Comparator.comparingInt(String::length))
                .filter(entry.href()::equals)
                .isPresent();
    }

    private boolean isBelow(String href) {
        var here = Query.of(path).path();
        return here.equals(href) || (href.length() > 1 && here.startsWith(href + "/"));
    }

    public boolean may(String permission) {
        return actor != null && actor.may(permission);
    }

    /** Message that says how far the chosen post reaches; null where none is held. */
    public @Nullable String reach() {
        if (actor == null || actor.chosen() == null) return null;
        return switch (actor.chosen().reach()) {
            case Reach.Cell _ -> "web.frame.reach.cell";
            case Reach.Units units -> units.subtrees().isEmpty() ? "web.frame.reach.own" : "web.frame.reach.below";
            case Reach.Self _ -> "web.frame.reach.self";
            case Reach.Matters _, Reach.Receipt _ -> "web.frame.reach.matters";
        };
    }

    public boolean isDark() {
        return theme.equals("dark");
    }

    /** The first letter of the name of whoever is signed in, for the round sign beside it. */
    public String initial() {
        return actor == null || actor.name().isEmpty()
                ? ""
                : actor.name().substring(0, actor.name().offsetByCodePoints(0, 1));
    }
}
