package org.uniongrid.web;

import java.util.Locale;

/** How far a bar reaches, as an SVG length. */
public final class Meter {

    private Meter() {}

    public static String share(long value, long of) {
        var share = of <= 0 ? 0 : Math.clamp(100.0 * value / of, 0, 100);
        return String.format(Locale.ROOT, "%.1f%%", share);
    }
}
