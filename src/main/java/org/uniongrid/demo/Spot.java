package org.uniongrid.demo;

import java.util.Locale;

/** A place on the demo city's plane, in hundredths of a degree east and north of a corner chosen at random. */
record Spot(double x, double y) {

    String longitude() {
        return degrees(103.2 + x / 100);
    }

    String latitude() {
        return degrees(25.6 + y / 100);
    }

    Spot near(Dice dice, double reach) {
        return new Spot(x + dice.scatter() * reach, y + dice.scatter() * reach);
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
