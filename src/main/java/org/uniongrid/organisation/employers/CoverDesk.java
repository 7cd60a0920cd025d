package org.uniongrid.organisation.employers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.organisation.CoverMode;
import org.uniongrid.organisation.Covers;
import org.uniongrid.organisation.EmployerDirectory;
import org.uniongrid.organisation.UnitDirectory;

/** Where a union begins to cover an employer, and where it ends. */
@Component
class CoverDesk {

    private final EmployerDirectory employers;
    private final UnitDirectory units;
    private final EmployerDesk entries;
    private final Covers covers;
    private final AuditTrail trail;

    CoverDesk(EmployerDirectory employers, UnitDirectory units, EmployerDesk entries, Covers covers, AuditTrail trail) {
        this.employers = employers;
        this.units = units;
        this.entries = entries;
        this.covers = covers;
        this.trail = trail;
    }

    /** @param instead the cover that ends on that day, where the employer moves from one union to another */
    @Transactional
    void begin(Actor actor, UUID employer, UUID union, CoverMode mode, LocalDate from, Optional<UUID> instead) {
        var reach = actor.reach(EmployerDesk.EDIT);
        entries.hold(employer);
        var found = employers.find(employer, reach);
        var by = units.find(union, reach);
        if (instead.isPresent()) {
            var ended = covers.end(found, instead.get(), from);
            EmployerRule.UNION_IS_ANOTHER.require(ended.unitId() != by.id());
            trail.add(actor, ended(ended, null));
        }
        trail.add(actor, begun(covers.begin(found, by, mode, from)));
    }

    @Transactional
    void end(Actor actor, UUID employer, UUID cover, LocalDate on, String reason) {
        entries.hold(employer);
        var found = employers.find(employer, actor.reach(EmployerDesk.EDIT));
        trail.add(actor, ended(covers.end(found, cover, on), reason));
    }

    static Deed begun(Covers.Cover cover) {
        return Deed.of("organisation.cover.begin", EmployerDesk.SUBJECT, cover.employer(), cover.employerName())
                .with("cover-union", null, cover.unitName())
                .with("cover-mode", null, cover.mode().term())
                .with("cover-from", null, cover.since().toString());
    }

    static Deed ended(Covers.Cover cover, @Nullable String reason) {
        var deed = Deed.of("organisation.cover.end", EmployerDesk.SUBJECT, cover.employer(), cover.employerName())
                .with("cover-union", cover.unitName(), null)
                .with("cover-until", null, String.valueOf(cover.until()));
        return reason == null ? deed : deed.because(reason);
    }
}
