package org.uniongrid.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.uniongrid.foundation.Masks;

/**
 * An identity number 公民身份号码 (GB 11643): area, day of birth, serial with the sex, check digit. Numbers of 15 digits
 * from before 1999 are brought to 18. Whether the area exists is not asked: areas were split, merged and renumbered.
 */
public record IdNumber(String number) {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final Pattern OLD_SHAPE = Pattern.compile("[1-9][0-9]{14}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);

    /** What may be wrong with a number, the first that applies. */
    public enum Fault {
        LENGTH,
        CHARACTERS,
        BIRTHDAY,
        CHECK_DIGIT
    }

    public IdNumber {
        if (fault(number).isPresent() || number.length() != 18)
            throw new IllegalArgumentException("No identity number");
    }

    /** As typed: with spaces, a small x or 15 digits; empty where it is none. */
    public static Optional<IdNumber> of(String typed) {
        var tidy = tidy(typed);
        if (fault(tidy).isPresent()) return Optional.empty();
        return Optional.of(new IdNumber(tidy.length() == 15 ? upgraded(tidy) : tidy));
    }

    /** What is wrong with what was typed. */
    public static Optional<Fault> fault(String typed) {
        var tidy = tidy(typed);
        if (tidy.length() != 18 && tidy.length() != 15) return Optional.of(Fault.LENGTH);
        if (!(tidy.length() == 18 ? SHAPE : OLD_SHAPE).matcher(tidy).matches()) return Optional.of(Fault.CHARACTERS);
        if (!isDay(tidy.length() == 18 ? tidy.substring(6, 14) : "19" + tidy.substring(6, 12)))
            return Optional.of(Fault.BIRTHDAY);
        if (tidy.length() == 18 && checkDigit(tidy.substring(0, 17)) != tidy.charAt(17))
            return Optional.of(Fault.CHECK_DIGIT);
        return Optional.empty();
    }

    /** The 18th character that belongs to the first 17. */
    public static char checkDigit(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        return CHECK_DIGITS.charAt(sum % 11);
    }

    static Optional<String> normal(String typed) {
        return of(typed).map(IdNumber::number);
    }

    private static String tidy(String typed) {
        return Typed.withoutSpaces(typed).toUpperCase(Locale.ROOT);
    }

    private static String upgraded(String old) {
        var first17 = old.substring(0, 6) + "19" + old.substring(6);
        return first17 + checkDigit(first17);
    }

    private static boolean isDay(String digits) {
        try {
            return !LocalDate.parse(digits, DAY).isBefore(EARLIEST);
        } catch (DateTimeException e) {
            return false;
        }
    }

    public LocalDate birthday() {
        return LocalDate.parse(number.substring(6, 14), DAY);
    }

    public boolean isWoman() {
        return (number.charAt(16) - '0') % 2 == 0;
    }

    @Override
    public String toString() {
        return Masks.number(number);
    }
}
