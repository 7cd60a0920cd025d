package org.uniongrid.web;

import java.util.List;

/** A program asked with parameters that are unknown or cannot be read. All that is wrong with them is told at once. */
public final class BadParameters extends RuntimeException {

    private final transient List<Fault> faults;

    public BadParameters(List<Fault> faults) {
        super("bad parameters");
        this.faults = List.copyOf(faults);
    }

    public static BadParameters of(String parameter, String key, Object... values) {
        return new BadParameters(List.of(new Fault(parameter, key, values)));
    }

    /** What is wrong with one: a message key and the values for its places. */
    public record Fault(String parameter, String key, List<Object> values) {

        public Fault(String parameter, String key, Object... values) {
            this(parameter, key, List.of(values));
        }
    }

    List<Fault> faults() {
        return faults;
    }
}
