package org.uniongrid.membership.near;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.membership.Change;
import org.uniongrid.membership.Roll;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Profiles;
import org.uniongrid.web.Say;
import org.uniongrid.web.Templates;

/** Where it is said that two records are two people, or one. */
@Component
class NearDesk {

    private static final String SUBJECT = "membership.person";

    private final NearPairs pairs;
    private final Sides sides;
    private final Identities identities;
    private final Profiles profiles;
    private final Persons persons;
    private final Stays stays;
    private final JdbcClient db;
    private final AuditTrail trail;
    private final Say house;
    private final Clock clock;

    NearDesk(
            NearPairs pairs,
            Sides sides,
            Identities identities,
            Profiles profiles,
            Persons persons,
            Stays stays,
            JdbcClient db,
            AuditTrail trail,
            Templates templates,
            Clock clock) {
        this.pairs = pairs;
        this.sides = sides;
        this.identities = identities;
        this.profiles = profiles;
        this.persons = persons;
        this.stays = stays;
        this.db = db;
        this.trail = trail;
        this.house = templates.say(Locale.SIMPLIFIED_CHINESE);
        this.clock = clock;
    }

    /**
     * The two as they are now.
     *
     * @param keepOther whether the second record stays, and the first goes
     */
    @Transactional(readOnly = true)
    public Merge look(Actor actor, UUID pair, boolean keepOther) {
        return merge(pairs.find(pair, actor.reach(Roll.EDIT)), keepOther);
    }

    private Merge merge(NearPairs.Row pair, boolean keepOther) {
        var same = identities.same(pair.oneId(), pair.otherId());
        return keepOther
                ? new Merge(sides.other(pair), sides.one(pair), same)
                : new Merge(sides.one(pair), sides.other(pair), same);
    }

    /** Said again, it stays as it was said first. */
    @Transactional
    public void setApart(Actor actor, UUID id, String words) {
        var pair = pairs.find(id, actor.reach(Roll.EDIT));
        var changed = db.sql("""
                        update membership.near_pair set apart_at = :now, apart_by = :by, apart_words = :words
                        where public_id = :id and apart_at is null
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("by", actor.personId() == 0 ? null : actor.personId())
                .param("words", words)
                .param("id", id)
                .update();
        if (changed > 0)
            trail.add(
                    actor,
                    Deed.of("membership.person.keep-apart", SUBJECT, pair.one(), pair.oneName())
                            .with("other-record", null, pair.otherName())
                            .about(pair.oneId())
                            .because(words));
    }

    /**
     * What was chosen.
     *
     * @param seen what {@link Merge#seen} said of the page that was decided on
     * @param fromGone fields of conflicts in which the record that goes is right
     */
    record Chosen(String seen, Set<String> fromGone) {}

    /** Asked twice, it happens once. */
    @Transactional
    public void merge(Actor actor, UUID id, boolean keepOther, Chosen chosen) {
        db.sql("select pg_advisory_xact_lock(hashtext('membership.near'))").query(row -> {});
        var merge = merge(pairs.find(id, actor.reach(Roll.EDIT)), keepOther);
        var kept = merge.kept();
        var gone = merge.gone();
        NearRule.PAIR_IS_AS_IT_WAS_SEEN.require(merge.seen().equals(chosen.seen()));
        NearRule.NOBODY_MERGES_THEMSELVES.require(actor.personId() != kept.id() && actor.personId() != gone.id());
        NearRule.HOLDER_OF_A_POST_STAYS.require(!gone.holds());
        NearRule.ONE_OF_THE_TWO_APPLIES.require(
                kept.tally().openApplications() == 0 || gone.tally().openApplications() == 0);
        var fromGone = free(merge, chosen.fromGone());
        endOneStay(actor, merge, fromGone.contains(Merge.STAY));
        identities.bringTogether(gone.id(), kept.id(), fields(fromGone));
        profiles.keep(kept.id(), merge.profile(fromGone));
        if (fromGone.contains(Merge.NAME)) persons.rename(kept.id(), gone.name());
        bringTogether(merge, fromGone.contains(Merge.CARD));
        trail.add(
                actor,
                Deed.of("membership.person.merge", SUBJECT, kept.publicId(), kept.name())
                        .with("other-record", gone.name(), null)
                        .about(kept.id()));
    }

    private static Set<String> free(Merge merge, Set<String> chosen) {
        var free = new HashSet<String>();
        for (var conflict : merge.conflicts())
            if (conflict.free() && chosen.contains(conflict.field())) free.add(conflict.field());
        return free;
    }

    private static Set<IdentityField> fields(Set<String> fromGone) {
        var fields = EnumSet.noneOf(IdentityField.class);
        for (var field : IdentityField.values()) if (fromGone.contains(field.key())) fields.add(field);
        return fields;
    }

    /** A person is in one union at a time. */
    private void endOneStay(Actor actor, Merge merge, boolean fromGone) {
        if (merge.kept().stay() == null || merge.gone().stay() == null) return;
        var ends = fromGone ? merge.kept() : merge.gone();
        stays.change(actor, Objects.requireNonNull(ends.stay()), ends.name(), Change.WENT, house.of("near.duplicate"));
    }

    private void bringTogether(Merge merge, boolean cardFromGone) {
        db.sql("select membership.bring_together(:gone, :kept, :card, :at)::text")
                .param("gone", merge.gone().id())
                .param("kept", merge.kept().id())
                .param("card", cardFromGone)
                .param("at", OffsetDateTime.now(clock))
                .query(row -> {});
    }
}
