package org.uniongrid.demo;

import java.util.List;

/** Names and phones of made-up members. Always two different given characters: short names too often belong to somebody known. */
final class MemberNames {

    /** Behind those of the chairs. */
    private static final long FIRST = 10_000_000;

    private final List<String> surnames = Vocabulary.words("姓");
    private final List<String> men = Vocabulary.words("男");
    private final List<String> women = Vocabulary.words("女");
    private final Dice dice;
    private long serial = FIRST;

    MemberNames(Dice dice) {
        this.dice = dice;
    }

    String next() {
        var given = dice.chance(0.42) ? women : men;
        var first = dice.one(given);
        var second = dice.one(given);
        while (second.equals(first)) second = dice.one(given);
        return dice.one(surnames) + first + second;
    }

    /** Network 154 is for such use; no two in a row. */
    String phone() {
        return "154%08d".formatted(++serial * 48_271 % 100_000_000);
    }
}
