package org.uniongrid.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A clock years ahead that a test moves. What is given then is not due for the sender of the running house, so that a
 * test sends it by itself.
 */
public final class Later extends Clock {

    public static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private volatile Instant now;

    public Later(int year) {
        now = ZonedDateTime.of(year, 3, 2, 10, 0, 0, 0, HERE).toInstant();
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Goes on to this time of day. */
    public void pass(int hour, int minute) {
        var here = now.atZone(HERE);
        var at = here.withHour(hour).withMinute(minute).withSecond(0);
        now = (at.isBefore(here) ? at.plusDays(1) : at).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return HERE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
