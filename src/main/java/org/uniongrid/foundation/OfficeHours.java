package org.uniongrid.foundation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** When an office is open on a working day: spans in order that do not meet. Clocks in working hours run in them only. */
public record OfficeHours(List<Opening> openings) {

    private static final Pattern OPENING =
            Pattern.compile("([0-9]{1,2}:[0-9]{2})[-—–~～\\p{IsHan}]([0-9]{1,2}:[0-9]{2})");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    /** For a place that names none. */
    public static final OfficeHours ALL_DAY =
            new OfficeHours(List.of(new Opening(LocalTime.MIN, LocalTime.of(23, 59))));

    /** From one time to another. */
    public record Opening(LocalTime from, LocalTime to) {

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    public OfficeHours {
        openings = List.copyOf(openings);
        if (openings.isEmpty()) throw new IllegalArgumentException("never open");
        var last = LocalTime.MIN;
        for (var one : openings) {
            if (one.from().isBefore(last) || !one.from().isBefore(one.to()))
                throw new IllegalArgumentException("out of order: " + openings);
            last = one.to();
        }
    }

    /** Reads {@code 9:00-12:00, 13:30-17:30}; empty where it says something else. */
    public static Optional<OfficeHours> read(String text) {
        try {
            var openings = new ArrayList<Opening>();
            for (var part : text.strip().replace('：', ':').split("[\\s,，、;；]+")) {
                var times = OPENING.matcher(part);
                if (!times.matches()) return Optional.empty();
                openings.add(new Opening(LocalTime.parse(times.group(1), TIME), LocalTime.parse(times.group(2), TIME)));
            }
            return Optional.of(new OfficeHours(openings));
        } catch (RuntimeException notSo) {
            return Optional.empty();
        }
    }

    /** As {@link #read} reads it. */
    public String text() {
        return openings.stream().map(Opening::toString).collect(Collectors.joining(", "));
    }

    /** When so much time in office has gone by since the start. */
    public LocalDateTime after(LocalDateTime start, Duration time, WorkCalendar calendar) {
        var left = time;
        for (var day = calendar.onOrAfter(start.toLocalDate()); ; day = calendar.onOrAfter(day.plusDays(1)))
            for (var opening : openings) {
                var from = later(day.atTime(opening.from()), start);
                var to = day.atTime(opening.to());
                if (!from.isBefore(to)) continue;
                var room = Duration.between(from, to);
                if (left.compareTo(room) <= 0) return from.plus(left);
                left = left.minus(room);
            }
    }

    /** How much time in office lies between the start and the end. */
    public Duration between(LocalDateTime start, LocalDateTime end, WorkCalendar calendar) {
        var sum = Duration.ZERO;
        for (var day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            if (!calendar.works(day)) continue;
            for (var opening : openings) {
                var from = later(day.atTime(opening.from()), start);
                var to = day.atTime(opening.to()).isBefore(end) ? day.atTime(opening.to()) : end;
                if (from.isBefore(to)) sum = sum.plus(Duration.between(from, to));
            }
        }
        return sum;
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? other : one;
    }
}
