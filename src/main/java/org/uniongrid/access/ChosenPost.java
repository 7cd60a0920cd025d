package org.uniongrid.access;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;
import org.uniongrid.web.Toast;

/**
 * The post somebody works in, kept in the session by its id. It is looked for at each request among the posts they hold:
 * one that ended gives way to another, and the next page says so.
 */
final class ChosenPost {

    private static final String POST = "org.uniongrid.access.Post";

    private ChosenPost() {}

    static Actor.@Nullable Post of(HttpSession session, List<Actor.Post> held) {
        var id = (String) session.getAttribute(POST);
        for (var post : held) if (post.id().toString().equals(id)) return post;
        var other = held.isEmpty() ? null : held.getFirst();
        if (other == null && id == null) return null;
        if (id != null && other == null) Toast.later(session, "post.ended.all");
        if (id != null && other != null) Toast.later(session, "post.ended", label(other));
        keep(session, other);
        return other;
    }

    static void keep(HttpSession session, Actor.@Nullable Post post) {
        session.setAttribute(POST, post == null ? null : post.id().toString());
    }

    static void forget(HttpSession session) {
        session.removeAttribute(POST);
    }

    /** As in the head of the page. */
    static String label(Actor.Post post) {
        return post.unitName() == null ? post.title() : post.title() + " · " + post.unitName();
    }
}
