package org.uniongrid.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes people up: identity numbers of divisions that do not exist, phone numbers of a range that is not given out. */
final class Chairs {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final List<String> AREAS =
            List.of("990101", "990102", "990103", "990104", "990105", "990121", "990122", "990123");

    private final List<String> surnames = Vocabulary.words("姓");
    private final List<String> men = Vocabulary.words("男"), women = Vocabulary.words("女");
    private final Set<String> used = new HashSet<>();
    private final Dice dice;
    private long serial;

    Chairs(Dice dice) {
        this.dice = dice;
    }

    Chair next() {
        boolean woman = dice.chance(0.42);
        return new Chair(name(woman ? women : men), identityNumber(woman), phone());
    }

    /** Always two different given characters: short names too often belong to somebody known. */
    private String name(List<String> given) {
        var first = dice.one(given);
        var others = given.stream().filter(other -> !other.equals(first)).toList();
        return dice.one(surnames) + first + dice.one(others);
    }

    private String identityNumber(boolean woman) {
        String number;
        do {
            var born = LocalDate.of(dice.between(1966, 1995), 1, 1).plusDays(dice.between(0, 364));
            int order = dice.between(0, 499) * 2 + (woman ? 0 : 1);
            var first17 = dice.one(AREAS) + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order);
            number = first17 + checkDigit(first17);
        } while (!used.add(number));
        return number;
    }

    private String phone() {
        return "154%08d".formatted(++serial * 48_271 % 100_000_000);
    }

    private static char checkDigit(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        return "10X98765432".charAt(sum % 11);
    }
}
