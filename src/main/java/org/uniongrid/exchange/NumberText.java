package org.uniongrid.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a number of a workbook looks to a person: a date, a percentage, a code with zeros in front, or plainly. */
record NumberText(boolean date, boolean percent, int zeros) {

    static final NumberText PLAIN = new NumberText(false, false, 0);

    /** The built-in formats that show dates and times, with those of Chinese Excel. */
    private static final Set<Integer> DATES = Stream.of(
                    IntStream.rangeClosed(14, 22),
                    IntStream.rangeClosed(27, 36),
                    IntStream.rangeClosed(45, 47),
                    IntStream.rangeClosed(50, 58))
            .flatMap(IntStream::boxed)
            .collect(Collectors.toSet());

    private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].|;.*");
    private static final Pattern DATE = Pattern.compile("[ymdhs年月日]");
    private static final Pattern ZEROS = Pattern.compile("0{2,18}");
    private static final MathContext EXCEL = new MathContext(15);
    private static final MathContext SHOWN = new MathContext(6);
    private static final BigDecimal LARGEST_EXACT = BigDecimal.TEN.pow(15);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final int LONGEST = 40;
    private static final int WIDEST = 400;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** By the number of a format and its code, which is empty for a built-in one. */
    static NumberText of(int id, String code) {
        var bare = DECORATION.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
        return new NumberText(
                DATES.contains(id) || DATE.matcher(bare).find(),
                id == 9 || id == 10 || bare.contains("%"),
                ZEROS.matcher(bare).matches() ? bare.length() : 0);
    }

    String show(String raw, boolean since1904) {
        if (raw.length() > LONGEST) return raw;
        try {
            var number = new BigDecimal(raw);
            if (Math.abs((long) number.scale()) > WIDEST) return raw;
            var isDay = date && number.signum() >= 0 && number.compareTo(LAST_DAY) < 0;
            return isDay ? day(number.doubleValue(), since1904) : plain(number);
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    private String plain(BigDecimal exact) {
        var number = exact.round(EXCEL);
        if (number.abs().compareTo(LARGEST_EXACT) >= 0) return scientific(number);
        if (percent) return plainly(number.movePointRight(2)) + "%";
        var text = plainly(number);
        var pad = number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0 ? zeros - text.length() : 0;
        return "0".repeat(Math.max(0, pad)) + text;
    }

    private static String plainly(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** As Excel shows what is too long for it: its last digits are lost already. */
    private static String scientific(BigDecimal number) {
        var shown = number.round(SHOWN).stripTrailingZeros();
        var exponent = shown.precision() - shown.scale() - 1;
        return plainly(shown.movePointLeft(exponent)) + "E+" + exponent;
    }

    private static String day(double serial, boolean since1904) {
        var days = (long) Math.floor(serial);
        var seconds = Math.round((serial - days) * 86_400);
        if (days == 0 && seconds > 0) return TIME.format(LocalTime.MIDNIGHT.plusSeconds(seconds));
        var time = base(days, since1904).plusDays(days).atStartOfDay().plusSeconds(seconds);
        return shown(time);
    }

    /** Excel's first calendar knows a 29 February 1900. */
    private static LocalDate base(long days, boolean since1904) {
        if (since1904) return LocalDate.of(1904, 1, 1);
        return days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }

    private static String shown(LocalDateTime time) {
        if (time.toLocalTime().equals(LocalTime.MIDNIGHT))
            return time.toLocalDate().toString();
        return (time.getSecond() == 0 ? MINUTE : SECOND).format(time);
    }
}
