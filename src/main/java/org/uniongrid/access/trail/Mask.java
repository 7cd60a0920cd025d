package org.uniongrid.access.trail;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The second wall before the trail: whoever writes a deed leaves numbers of people out, and what slipped through is
 * masked here. Spaces and hyphens between digits hide nothing, nor do full-width digits.
 */
final class Mask {

    private static final Pattern GROUP = Pattern.compile("[0-9]+(?:[Xx](?![0-9A-Za-z]))?");
    private static final String GAPS = " \u00a0\u3000-–－";
    private static final int WIDEST_GAP = 3;
    private static final int LONGEST_NUMBER = 19;
    private static final Pattern PHONE = Pattern.compile("(?:0{0,2}86)?1[3-9][0-9]{9}");
    private static final Pattern OLD_IDENTITY =
            Pattern.compile("[1-9][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int HEAD = 3;
    private static final int TAIL = 2;

    private Mask() {}

    /** The text without numbers of people and without characters that no text needs, at most so many long. */
    static @Nullable String clean(@Nullable String text, int longest) {
        if (text == null) return null;
        var plain = text.codePoints()
                .filter(point -> point == '\n' || !Character.isISOControl(point))
                // marks that cannot be seen turn words around and part numbers
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var masked = numbers(plain);
        if (masked.codePointCount(0, masked.length()) <= longest) return masked;
        return masked.substring(0, masked.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** The same in one line: a name cannot pass for a line of a report. */
    static @Nullable String line(@Nullable String text, int longest) {
        return text == null ? null : clean(text.replaceAll("\\R", " "), longest);
    }

    static String numbers(String text) {
        var halfWidth = text.chars()
                .map(Mask::halfWidth)
                .collect(StringBuilder::new, (all, digit) -> all.append((char) digit), StringBuilder::append)
                .toString();
        var groups = GROUP.matcher(halfWidth).results().toList();
        var masked = new StringBuilder(text);
        for (int first = 0; first < groups.size(); first++) {
            var digits = new StringBuilder();
            for (int last = first; last < groups.size() && digits.length() < LONGEST_NUMBER; last++) {
                if (last > first && !areNeighbours(halfWidth, groups.get(last - 1), groups.get(last))) break;
                digits.append(groups.get(last).group());
                if (isPersonal(digits.toString()))
                    hide(masked, groups.get(first).start(), groups.get(last).end());
            }
        }
        return masked.toString();
    }

    private static boolean areNeighbours(String text, MatchResult one, MatchResult next) {
        var gap = text.substring(one.end(), next.start());
        return !gap.isEmpty()
                && gap.length() <= WIDEST_GAP
                && gap.chars().allMatch(character -> GAPS.indexOf(character) >= 0);
    }

    /** One character for one, so that places stay the same. */
    private static int halfWidth(int character) {
        return character >= '０' && character <= '９' ? character - '０' + '0' : character == 'Ｘ' ? 'X' : character;
    }

    private static boolean isPersonal(String digits) {
        return PHONE.matcher(digits).matches()
                || OLD_IDENTITY.matcher(digits).matches()
                || isIdentity(digits)
                || isCard(digits);
    }

    private static boolean isIdentity(String digits) {
        if (!digits.matches("[1-9][0-9]{16}[0-9Xx]")) return false;
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(digits.charAt(17));
    }

    /** By Luhn, as all cards are numbered. */
    private static boolean isCard(String digits) {
        if (!digits.matches("[2-9][0-9]{15,18}")) return false;
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }
        return sum % 10 == 0;
    }

    private static void hide(StringBuilder text, int from, int to) {
        for (int i = from + HEAD; i < to - TAIL; i++) text.setCharAt(i, '*');
    }
}
