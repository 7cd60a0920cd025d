package org.uniongrid.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance that falls the same way every time. Each part of the city throws its own, so that one part may grow without changing another. */
final class Dice {

    private final RandomGenerator random;

    Dice(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Small numbers often, large ones seldom: every doubling between the bounds is as likely as the next. */
    int skewed(int low, int high) {
        double exponent = StrictMath.log((double) high / low) * random.nextDouble();
        return (int) StrictMath.round(low * StrictMath.exp(exponent));
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** Around zero, mostly within ±1. */
    double scatter() {
        return random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> T weighted(List<T> choices, ToIntFunction<T> weight) {
        int rest = random.nextInt(choices.stream().mapToInt(weight).sum());
        for (T choice : choices) {
            rest -= weight.applyAsInt(choice);
            if (rest < 0) return choice;
        }
        throw new IllegalArgumentException("Nothing to choose from");
    }

    <T> List<T> shuffled(List<T> items) {
        var copy = new ArrayList<>(items);
        Collections.shuffle(copy, random);
        return copy;
    }
}
