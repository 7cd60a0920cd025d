package org.uniongrid.organisation.committees;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.RulePacks;

/** What the rule packs say about the terms of committees; those beside the union committee have its term. */
@Component
class CommitteeTerms {

    private static final String PACK = "term";

    private final RulePacks packs;
    private final JdbcClient db;
    private final Clock clock;

    CommitteeTerms(RulePacks packs, JdbcClient db, Clock clock) {
        this.packs = packs;
        this.db = db;
        this.clock = clock;
    }

    @Unscoped("asked for a union that was found within somebody's reach")
    Optional<TermAdvice> advice(long unitId) {
        var isUpper = category(unitId) == Category.FEDERATION;
        return packs.findFor(PACK, unitId, LocalDate.now(clock))
                .map(pack -> new TermAdvice(
                        pack.years(isUpper ? "upper" : "base-short"),
                        pack.years(isUpper ? "upper" : "base-long"),
                        pack.article()));
    }

    private Category category(long unitId) {
        return db.sql("select category from organisation.unit where id = ?")
                .param(unitId)
                .query(Category.class)
                .single();
    }
}
