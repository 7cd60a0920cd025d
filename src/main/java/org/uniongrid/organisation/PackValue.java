package org.uniongrid.organisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A value of a rule pack, with its unit. */
public sealed interface PackValue {

    /** As a table or a file keeps it; {@link Measure#read} reads it again. */
    Object raw();

    /** A number with its unit: people, yuan, percent or a span of time. */
    record Amount(Measure measure, BigDecimal amount) implements PackValue {

        public Amount {
            amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        }

        /** In plain digits, such as {@code 1200}. */
        public String text() {
            return amount.toPlainString();
        }

        @Override
        public Object raw() {
            return text();
        }
    }

    /** Whether something holds. */
    record YesNo(boolean yes) implements PackValue {

        @Override
        public Object raw() {
            return yes;
        }
    }

    /** Some words. */
    record Words(String text) implements PackValue {

        @Override
        public Object raw() {
            return text;
        }
    }

    /** A table, rows in order and without gaps. */
    record Bands(List<Band> rows) implements PackValue {

        public Bands {
            rows = List.copyOf(rows);
        }

        @Override
        public Object raw() {
            var raw = new ArrayList<>();
            for (var row : rows) raw.add(Arrays.asList(row.from(), row.to(), row.low(), row.high()));
            return raw;
        }
    }
}
