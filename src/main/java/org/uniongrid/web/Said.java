package org.uniongrid.web;

import java.util.List;

/** A sentence to be said in the reader's language: a message key and what fills its places. */
public record Said(String key, List<Object> values) {

    public Said {
        values = List.copyOf(values);
    }

    public static Said of(String key, Object... values) {
        return new Said(key, List.of(values));
    }

    public String in(Say say) {
        return say.of(key, values.toArray());
    }
}
