package org.uniongrid.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.uniongrid.foundation.Masks;

/** An e-mail address, in small letters. */
public record Email(String address) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    public Email {
        if (!isAddress(address)) throw new IllegalArgumentException("No e-mail address");
    }

    /** Empty where it is none. */
    public static Optional<Email> of(String typed) {
        return normal(typed).map(Email::new);
    }

    static Optional<String> normal(String typed) {
        return Optional.of(Typed.withoutSpaces(typed).toLowerCase(Locale.ROOT)).filter(Email::isAddress);
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST
                && text.indexOf('@') <= 64
                && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return Masks.email(address);
    }
}
