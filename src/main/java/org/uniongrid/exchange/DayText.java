package org.uniongrid.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Optional;

/** Days as lists have them: 2026-12-05, 2026/12/5, 2026.12.5, 20261205 or 2026年12月5日. */
public final class DayText {

    private static final List<DateTimeFormatter> FORMATS = List.of(
            format("uuuu-M-d"), format("uuuu/M/d"), format("uuuu.M.d"), format("uuuuMMdd"), format("uuuu'年'M'月'd'日'"));

    private static final ValueRange YEARS = ValueRange.of(1800, 2999);

    private DayText() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Empty where it is no day that there is, or none of the years 1800 to 2999. */
    public static Optional<LocalDate> read(String text) {
        for (var format : FORMATS) {
            try {
                var day = LocalDate.parse(text, format);
                if (YEARS.isValidIntValue(day.getYear())) return Optional.of(day);
            } catch (DateTimeParseException notSo) {
                // one of the next formats may fit
            }
        }
        return Optional.empty();
    }
}
