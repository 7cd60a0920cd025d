package org.uniongrid.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.uniongrid.web.Say;

/** A deadline in words, seen from today: how late it is comes first. */
public record Deadline(LocalDate day, long left, AlarmLevel level) {

    public static Deadline of(Instant due, AlarmLevel level, LocalDate today, Say say) {
        var day = LocalDate.ofInstant(due, say.zone());
        return new Deadline(day, ChronoUnit.DAYS.between(today, day), level);
    }

    /** Some clocks end in the middle of a day. */
    private boolean isOver() {
        return left < 0 || left == 0 && level.compareTo(AlarmLevel.RED) >= 0;
    }

    public String style() {
        if (isOver()) return "dl dl-over";
        return left == 0 || level == AlarmLevel.AMBER ? "dl dl-today" : "dl";
    }

    public String in(Say say) {
        if (left < 0) return say.of("matter.due.over", -left);
        if (isOver()) return say.of("matter.due.late");
        return left == 0 ? say.of("matter.due.today") : say.of("matter.due.left", left);
    }
}
