package org.uniongrid.access.tokens;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Extent;

/** A token of another system for the bench, issued as the security administrator does. */
public final class BenchToken {

    private BenchToken() {}

    /** For the whole cell, to read unions and employers. */
    public static String issue(ApplicationContext house) {
        var id = UUID.randomUUID();
        var post = new Actor.Post(id, "bench", "bench", null, null, null, Set.of("access.token.issue"));
        return house.getBean(TokenDesk.class)
                .issue(
                        new Actor(1, "bench", List.of(post), post),
                        new NewToken(
                                id,
                                "bench " + id,
                                "bench",
                                "bench",
                                Extent.CELL,
                                null,
                                List.of("organisation.unit.read", "organisation.employer.read"),
                                List.of(),
                                6000,
                                LocalDate.now().plusDays(9)))
                .orElseThrow()
                .text()
                .text();
    }
}
