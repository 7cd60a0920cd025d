package org.uniongrid.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;

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
 * @param toast good news to show once, or null
 */
public record Frame(
        @Nullable Actor actor,
        List<Menu.Group> menu,
        String path,
        String theme,
        String nonce,
        String csrfName,
        String csrf,
        @Nullable String toast,
        Assets assets) {}
