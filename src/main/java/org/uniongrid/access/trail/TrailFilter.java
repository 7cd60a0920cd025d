package org.uniongrid.access.trail;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the trail is narrowed to. There is always a first day, so that no search runs through years unasked.
 *
 * @param who the whole name of whoever did it
 * @param q words in what people call the record
 */
public record TrailFilter(
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String who,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Outcome outcome,
        @Nullable String q) {

    static final int DAYS = 30;

    /** Whether it was done. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    /** As it was asked for; what was not understood is left out. */
    record Asked(
            Optional<String> from,
            Optional<String> to,
            Optional<String> who,
            Optional<String> action,
            Optional<String> subject,
            Optional<Outcome> outcome,
            Optional<String> q) {

        TrailFilter on(LocalDate today) {
            return new TrailFilter(
                    from.flatMap(Asked::day).orElse(today.minusDays(DAYS)),
                    to.flatMap(Asked::day).orElse(null),
                    words(who),
                    words(action),
                    words(subject),
                    outcome.orElse(null),
                    words(q));
        }

        private static Optional<LocalDate> day(String text) {
            return Optional.of(text)
                    .filter(day -> day.matches("[12][0-9]{3}-[01][0-9]-[0-3][0-9]"))
                    .flatMap(day -> {
                        try {
                            return Optional.of(LocalDate.parse(day));
                        } catch (java.time.DateTimeException odd) {
                            return Optional.empty();
                        }
                    });
        }

        private static @Nullable String words(Optional<String> typed) {
            return typed.map(text -> text.replace("\u0000", "").strip())
                    .filter(text -> !text.isEmpty())
                    .orElse(null);
        }
    }

    java.time.OffsetDateTime start(ZoneId zone) {
        return from.atStartOfDay(zone).toOffsetDateTime();
    }

    java.time.@Nullable OffsetDateTime end(ZoneId zone) {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }

    /** For the record of the look itself. */
    String inWords() {
        var words = new StringBuilder(from.toString()).append(" – ").append(to == null ? "" : to);
        for (var part : java.util.Arrays.asList(who, action, subject, outcome, q))
            if (part != null) words.append(" · ").append(part);
        return words.toString();
    }
}
