package org.uniongrid.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of a day in which nobody is disturbed, as a rule across midnight. The first minute belongs to them, the
 * last does not; from and to alike means none.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** From a setting such as {@code 21:00-08:00}. */
    public static QuietHours of(String setting) {
        var parts = setting.split("-", -1);
        if (parts.length != 2) throw new IllegalArgumentException("quiet hours are written as 21:00-08:00");
        return new QuietHours(LocalTime.parse(parts[0].strip()), LocalTime.parse(parts[1].strip()));
    }

    public boolean cover(LocalTime time) {
        if (from.isBefore(to)) return !time.isBefore(from) && time.isBefore(to);
        return from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
    }

    /** The moment itself, or the end of the quiet hours it lies in. */
    public Instant afterwards(Instant moment, ZoneId zone) {
        var here = moment.atZone(zone);
        if (!cover(here.toLocalTime())) return moment;
        var end = here.toLocalDate().atTime(to).atZone(zone);
        return (end.isAfter(here)
                        ? end
                        : here.toLocalDate().plusDays(1).atTime(to).atZone(zone))
                .toInstant();
    }
}
