package org.uniongrid.organisation.packs;

import static org.uniongrid.organisation.packs.PackChangeRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.PackSubjects;
import org.uniongrid.organisation.PackValue;
import org.uniongrid.organisation.RulePack;
import org.uniongrid.organisation.RulePacks;
import org.uniongrid.organisation.packs.PackTable.Fresh;
import org.uniongrid.organisation.packs.PackTable.Maker;

/** Where new versions of rule packs are published and old ones ended, each for a region within reach. */
@Component
class PackDesk {

    private static final String EDIT = "organisation.pack.edit";
    private static final String SUBJECT = "organisation.pack";

    private final PackSubjects subjects;
    private final RulePacks packs;
    private final Versions versions;
    private final Regions regions;
    private final PackTable table;
    private final JdbcClient db;
    private final AuditTrail trail;
    private final Clock clock;

    PackDesk(
            PackSubjects subjects,
            RulePacks packs,
            Versions versions,
            Regions regions,
            PackTable table,
            JdbcClient db,
            AuditTrail trail,
            Clock clock) {
        this.subjects = subjects;
        this.packs = packs;
        this.versions = versions;
        this.regions = regions;
        this.table = table;
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** From its first day until the next version of the region begins. Publishing the same again changes nothing. */
    @Transactional
    UUID publish(Actor actor, Fresh fresh) {
        PACK_REGION_IS_IN_REACH.require(regions.isWithin(fresh.region(), actor.reach(EDIT)));
        table.lock();
        var before = packs.find(fresh.subject(), fresh.region(), fresh.from())
                .filter(pack -> pack.region().equals(fresh.region()))
                .orElse(null);
        if (before != null && before.from().equals(fresh.from()) && isSame(before, fresh)) return before.id();
        var until = versions.nextAfter(fresh.subject(), fresh.region(), fresh.from())
                .orElse(null);
        table.makeRoom(fresh.subject(), fresh.region(), fresh.from(), until);
        var person = actor.personId() == 0 ? null : actor.personId();
        var id = table.add(fresh.until(until), new Maker(null, person, actor.name()), false);
        trail.add(actor, published(id, fresh, before));
        return id;
    }

    /** No longer in force after the last day; what holds above the region holds there again. */
    @Transactional
    void end(Actor actor, UUID id, LocalDate lastDay, String reason) {
        table.lock();
        var version = toEnd(id, actor.reach(EDIT));
        var state = version.on(LocalDate.now(clock));
        PACK_IS_IN_USE.require(state == Version.State.IN_FORCE || state == Version.State.COMING);
        var old = version.lastDay();
        PACK_END_LIES_WITHIN_IT.require(!lastDay.isBefore(version.since()) && (old == null || lastDay.isBefore(old)));
        db.sql("""
                        update organisation.rule_pack set during = daterange(lower(during), :until), end_reason = :reason
                        where public_id = :id
                        """)
                .param("until", lastDay.plusDays(1))
                .param("reason", reason)
                .param("id", id)
                .update();
        trail.add(
                actor,
                Deed.of("organisation.pack.end", SUBJECT, id, title(version.subject(), version.region()))
                        .because(reason)
                        .with("pack-last-day", old == null ? null : old.toString(), lastDay.toString()));
    }

    /** One of a region that this reach answers for; any other is not there. */
    Version toEnd(UUID id, Reach reach) {
        var version = versions.find(id);
        if (!regions.isWithin(version.region(), reach)) throw new NoSuchElementException("No version " + id);
        return version;
    }

    private Deed published(UUID id, Fresh fresh, @Nullable RulePack before) {
        return Deed.of("organisation.pack.publish", SUBJECT, id, title(fresh.subject(), fresh.region()))
                .with("pack-from", null, fresh.from().toString())
                .with("pack-values", before == null ? null : text(before.values()), text(fresh.values()))
                .with("pack-article", before == null ? null : before.article(), fresh.article())
                .with(
                        "pack-running",
                        before == null ? null : before.running().name(),
                        fresh.running().name())
                .with("pack-reviewed", null, fresh.reviewedBy());
    }

    private String title(String subject, String region) {
        var title = subjects.find(subject).map(one -> one.title().zh()).orElse(subject);
        return region.isEmpty() ? title : title + " " + region;
    }

    private static String text(Map<String, PackValue> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + ": " + value.getValue().raw())
                .collect(Collectors.joining("; "));
    }

    private boolean isSame(RulePack pack, Fresh fresh) {
        var version = versions.find(pack.id());
        return pack.values().equals(fresh.values())
                && pack.article().equals(fresh.article())
                && pack.example() == fresh.example()
                && pack.unsure() == fresh.unsure()
                && pack.running() == fresh.running()
                && Optional.ofNullable(version.note()).equals(Optional.ofNullable(fresh.note()))
                && Optional.ofNullable(version.reviewedBy()).equals(Optional.ofNullable(fresh.reviewedBy()));
    }
}
