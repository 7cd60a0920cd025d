package org.uniongrid.organisation.register;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a list was narrowed to from the values of an address; nothing where it is not understood. */
final class Choice {

    private Choice() {}

    static @Nullable String text(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    static <E extends Enum<E>> @Nullable E of(E[] all, Map<String, String> values, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(values.get(name)))
                .findFirst()
                .orElse(null);
    }

    static @Nullable UUID id(Map<String, String> values, String name) {
        try {
            var text = text(values, name);
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** For the address again, where something was chosen. */
    static void put(Map<String, String> values, String name, @Nullable Object chosen) {
        if (chosen != null) values.put(name, chosen instanceof Enum<?> one ? one.name() : chosen.toString());
    }
}
