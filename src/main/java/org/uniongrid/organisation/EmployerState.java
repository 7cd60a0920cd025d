package org.uniongrid.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an employer is in business. */
public enum EmployerState {
    OPERATING("经营"),
    SUSPENDED("停业"),
    CLOSED("关闭");

    private final String term;

    EmployerState(String term) {
        this.term = term;
    }

    /** The term of the field, as it stands in lists that unions keep. */
    public String term() {
        return term;
    }

    /** Name of its message. */
    public String key() {
        return "employer.state." + name().toLowerCase(Locale.ROOT);
    }

    /** By name or by term. */
    public static Optional<EmployerState> of(String text) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(text) || one.term.equals(text))
                .findFirst();
    }
}
