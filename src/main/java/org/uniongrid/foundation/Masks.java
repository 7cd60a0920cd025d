package org.uniongrid.foundation;

/** How personal data is shown to those who need not know all of it. Works on anything, so that wrong values hide too. */
public final class Masks {

    private static final int LEFT_OUT = 4;

    private Masks() {}

    /** Three and four: an identity number is {@code 110***********002X}, a phone {@code 138****5678}. */
    public static String number(String value) {
        return middle(value, 3, 4);
    }

    /** {@code z***@example.org}. */
    public static String email(String value) {
        int at = value.lastIndexOf('@');
        return at < 1 ? middle(value, 0, 0) : first(value) + "*".repeat(3) + value.substring(at);
    }

    /** {@code **** 1234}. */
    public static String bankAccount(String value) {
        return value.length() < 8 ? middle(value, 0, 0) : "*".repeat(4) + " " + value.substring(value.length() - 4);
    }

    /** {@code 张*梅}, {@code 李*}. */
    public static String name(String value) {
        int length = value.codePointCount(0, value.length());
        if (length < 2) return "*";
        var last = value.substring(value.offsetByCodePoints(0, length - 1));
        return first(value) + "*".repeat(Math.max(1, length - 2)) + (length > 2 ? last : "");
    }

    /** So much from the left and so much from the right; nothing of what is too short to hide anything in. */
    private static String middle(String value, int left, int right) {
        int length = value.length();
        if (length < left + right + LEFT_OUT || left + right == 0) return "*".repeat(Math.clamp(length, 1, 18));
        return value.substring(0, left) + "*".repeat(length - left - right) + value.substring(length - right);
    }

    private static String first(String value) {
        return value.substring(0, value.offsetByCodePoints(0, 1));
    }
}
