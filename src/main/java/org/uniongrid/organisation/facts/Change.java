package org.uniongrid.organisation.facts;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody made of the facts of a union.
 *
 * @param values by field; what is left out is not known any more
 * @param seen what stood there when they began, by field
 * @param account what to do with the bank account
 * @param seenAccount the bank account that stood there, masked; null where there was none
 */
record Change(
        Map<UnitField, String> values,
        Map<UnitField, String> seen,
        Account account,
        @Nullable String seenAccount) {

    Change {
        values = copy(values);
        seen = copy(seen);
    }

    /** A bank account is kept as it is, taken away, or replaced by another number. */
    sealed interface Account {

        record Kept() implements Account {}

        record Gone() implements Account {}

        record Other(String typed) implements Account {

            @Override
            public String toString() {
                return "another account";
            }
        }
    }

    Optional<String> value(UnitField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** Whether nobody changed anything since. */
    boolean saw(Registration now) {
        return seen.equals(now.values()) && Objects.equals(seenAccount, now.account());
    }

    private static Map<UnitField, String> copy(Map<UnitField, String> values) {
        var copy = new EnumMap<UnitField, String>(UnitField.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }
}
