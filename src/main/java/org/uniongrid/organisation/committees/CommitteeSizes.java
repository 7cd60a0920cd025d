package org.uniongrid.organisation.committees;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.organisation.RulePacks;

/** What the rule packs say about the size of committees. */
@Component
class CommitteeSizes {

    private static final String PACK = "committee-size";

    private final RulePacks packs;
    private final Clock clock;

    CommitteeSizes(RulePacks packs, Clock clock) {
        this.packs = packs;
        this.clock = clock;
    }

    /** Empty for the other committees, whose size no text sets, and where the number of members is not known. */
    Optional<SizeAdvice> advice(CommitteeKind kind, long unitId, @Nullable Integer members) {
        if (kind != CommitteeKind.UNION || members == null) return Optional.empty();
        return packs.findFor(PACK, unitId, today())
                .flatMap(pack -> pack.band("seats", members)
                        .map(band -> new SizeAdvice(members, band.low(), band.high(), pack.article(), pack.unsure())));
    }

    /** Whether the number of seats has to be odd, so that votes do not tie. */
    boolean isOdd(long unitId) {
        return packs.findFor(PACK, unitId, today()).map(pack -> pack.yes("odd")).orElse(true);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
