package org.uniongrid.organisation.appointments;

import java.time.LocalDate;
import java.util.List;

/** A post with all its tenures, and the day they are seen from. */
public record HeldPost(Post post, List<Tenure> tenures, LocalDate today) {

    /** Who holds it today, who stands in, and who will. */
    public List<Tenure> current() {
        return tenures.stream()
                .filter(tenure -> tenure.when(today) != Tenure.When.PAST)
                .toList();
    }

    public List<Tenure> past() {
        return tenures.stream()
                .filter(tenure -> tenure.when(today) == Tenure.When.PAST)
                .toList()
                .reversed();
    }

    public boolean isVacant() {
        return tenures.stream().noneMatch(tenure -> tenure.when(today) == Tenure.When.NOW && !tenure.acting());
    }
}
