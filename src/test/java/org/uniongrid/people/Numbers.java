package org.uniongrid.people;

import java.util.concurrent.atomic.AtomicInteger;

/** Made-up numbers that are valid by their form: area 99 and network 154 have never been given to anybody. */
public final class Numbers {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Numbers() {}

    /** Another one each time. */
    public static String idNumber() {
        int number = NEXT.incrementAndGet();
        var first17 = "990199%04d0101%03d".formatted(1950 + number / 1000, number % 1000);
        return first17 + IdNumber.checkDigit(first17);
    }

    /** Another one each time. */
    public static String phone() {
        return "154%08d".formatted(90_000_000 + NEXT.incrementAndGet());
    }
}
