package org.uniongrid.casework;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts of money: kept in fen, read and shown in yuan. */
public final class Yuan {

    /** In fen: one below a hundred million yuan. */
    public static final long MOST = 9_999_999_999L;

    /** The sign before it, or the word behind it. */
    private static final Pattern SIGNS = Pattern.compile("^[\\u00a5\\uffe5]\\s*|\\s*\\u5143$");

    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,9})(\\.[0-9]{1,2})?");

    private Yuan() {}

    /** In fen; empty for what is no amount, for nothing, and for more than {@link #MOST}. */
    public static Optional<Long> read(String typed) {
        var text = typed.strip();
        text = SIGNS.matcher(text).replaceAll("");
        if (!AMOUNT.matcher(text).matches()) return Optional.empty();
        var fen = new BigDecimal(text.replace(",", "")).movePointRight(2).longValueExact();
        return fen >= 1 && fen <= MOST ? Optional.of(fen) : Optional.empty();
    }

    /** Such as {@code 48,505.00}. */
    public static String of(long fen) {
        return String.format(Locale.ROOT, "%,d.%02d", fen / 100, fen % 100);
    }
}
