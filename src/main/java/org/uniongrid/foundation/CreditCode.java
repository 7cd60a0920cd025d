package org.uniongrid.foundation;

import org.jspecify.annotations.Nullable;

/**
 * The unified social credit code 统一社会信用代码 (GB 32100) and, in its places 9 to 17, the organisation code (GB 11714).
 * Letters are upper case; a caller that takes typed text trims and raises it first.
 */
public final class CreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    /** Whether the text is 18 characters of the code's alphabet with the right check digit; false for null. */
    public static boolean isValid(@Nullable String code) {
        return code != null
                && code.length() == 18
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && checkDigit(code.substring(0, 17)) == code.charAt(17);
    }

    /** The 18th character that belongs to the first 17. */
    public static char checkDigit(String first17) {
        return ALPHABET.charAt((31 - sum(first17, ALPHABET, WEIGHTS) % 31) % 31);
    }

    /** The nine characters of an organisation code: the given eight and their check digit. */
    public static String organisationCode(String first8) {
        int rest = 11 - sum(first8, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11;
        return first8 + (rest == 10 ? "X" : String.valueOf(rest % 11));
    }

    private static int sum(String text, String alphabet, int[] weights) {
        if (text.length() != weights.length)
            throw new IllegalArgumentException("Not " + weights.length + " characters");
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += value(text.charAt(i), alphabet) * weights[i];
        return sum;
    }

    private static int value(char c, String alphabet) {
        int value = alphabet.indexOf(c);
        if (value < 0) throw new IllegalArgumentException("Not in the alphabet: " + c);
        return value;
    }
}
