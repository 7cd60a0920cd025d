package org.uniongrid.web;

import java.util.List;

/** A sentence to be said in the reader's language: a message key and what fills its places, which may be {@link Word}s. */
public record Said(String key, List<Object> values) {

    /** A name that is another one in another language. */
    @FunctionalInterface
    public interface Word {
        String in(Say say);
    }

    public Said {
        values = List.copyOf(values);
    }

    public static Said of(String key, Object... values) {
        return new Said(key, List.of(values));
    }

    public String in(Say say) {
        return say.of(
                key,
                values.stream()
                        .map(value -> value instanceof Word word ? word.in(say) : value)
                        .toArray());
    }
}
