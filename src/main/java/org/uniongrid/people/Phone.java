package org.uniongrid.people;

import java.util.Optional;
import java.util.regex.Pattern;
import org.uniongrid.foundation.Masks;

/** A mobile phone of the mainland: 11 digits. Typed with spaces, hyphens or {@code +86} too. */
public record Phone(String number) {

    /** How many digits tell the network and the place: numbers bought together share them. */
    public static final int PREFIX = 7;

    private static final Pattern SHAPE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+86|0086|86(?=1[0-9]{10}$))");

    public Phone {
        if (!SHAPE.matcher(number).matches()) throw new IllegalArgumentException("No mobile phone");
    }

    /** Empty where it is none. */
    public static Optional<Phone> of(String typed) {
        return normal(typed).map(Phone::new);
    }

    static Optional<String> normal(String typed) {
        var digits = Typed.withoutSpaces(typed).replaceAll("[-()]", "");
        return Optional.of(COUNTRY.matcher(digits).replaceFirst(""))
                .filter(number -> SHAPE.matcher(number).matches());
    }

    public String prefix() {
        return number.substring(0, PREFIX);
    }

    @Override
    public String toString() {
        return Masks.number(number);
    }
}
