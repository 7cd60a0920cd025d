package org.uniongrid.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.uniongrid.web.Say;

/** A deadline in words, seen from today: how late it is comes first. */
public record Deadline(LocalDate day, long left) {

    public static Deadline of(Instant due, LocalDate today, Say say) {
        var day = LocalDate.ofInstant(due, say.zone());
        return new Deadline(day, ChronoUnit.DAYS.between(today, day));
    }

    public String style() {
        return left < 0 ? "dl dl-over" : left == 0 ? "dl dl-today" : "dl";
    }

    public String in(Say say) {
        if (left < 0) return say.of("matter.due.over", -left);
        return left == 0 ? say.of("matter.due.today") : say.of("matter.due.left", left);
    }
}
