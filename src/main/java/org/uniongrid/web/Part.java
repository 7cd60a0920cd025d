package org.uniongrid.web;

import java.util.Map;

/**
 * A part of a page that another module draws. A page that is put together from parts has their list in its model under
 * {@link #NAME}; its template finds them there as contents, in the same order.
 *
 * @param template name of a template, as a controller would give it; it is handed {@code say} and {@code frame} too
 * @param model what else it is handed, by the names of its parameters
 */
public record Part(String template, Map<String, Object> model) {

    public static final String NAME = "parts";

    public Part {
        model = Map.copyOf(model);
    }

    /** Whether it is somebody's card, which takes the place of a greeting. */
    public boolean isCard() {
        return template.endsWith("/card");
    }
}
