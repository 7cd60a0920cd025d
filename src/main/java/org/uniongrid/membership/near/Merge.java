package org.uniongrid.membership.near;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uniongrid.membership.Cards;
import org.uniongrid.membership.Stay;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Profile;
import org.uniongrid.people.WorkerClass;
import org.uniongrid.web.Said;

/**
 * Two records that are to be one: what both have and say otherwise is chosen by hand, all else moves.
 *
 * @param same numbers that both have
 */
public record Merge(Side kept, Side gone, Set<IdentityField> same) {

    static final String NAME = "name";
    static final String STAY = "stay";
    static final String CARD = "card";

    /**
     * What both have and say otherwise.
     *
     * @param field name of its choice in the form
     * @param label message key
     * @param free whether it is chosen; a number of somebody who holds a post or an account is not
     */
    public record Conflict(String field, String label, Said kept, Said gone, boolean free) {}

    public List<Conflict> conflicts() {
        var all = new ArrayList<Conflict>();
        if (!kept.name().equals(gone.name()))
            all.add(new Conflict(NAME, "roll.column.name", plain(kept.name()), plain(gone.name()), !kept.holds()));
        for (var field : IdentityField.values()) {
            var own = kept.masked().get(field);
            var theirs = gone.masked().get(field);
            if (own != null && theirs != null && !same.contains(field))
                all.add(new Conflict(field.key(), "identity." + field.key(), plain(own), plain(theirs), !kept.holds()));
        }
        for (var part : PARTS) {
            var own = part.said(kept.profile());
            var theirs = part.said(gone.profile());
            if (own != null && theirs != null && !own.equals(theirs))
                all.add(new Conflict(part.field(), part.label(), own, theirs, true));
        }
        var stays = kept.stay();
        var leaves = gone.stay();
        if (stays != null && leaves != null)
            all.add(new Conflict(STAY, "member.membership", told(stays), told(leaves), true));
        if (kept.card() != null && gone.card() != null)
            all.add(new Conflict(
                    CARD, "member.card", plain(Cards.masked(kept.card())), plain(Cards.masked(gone.card())), true));
        return all;
    }

    private static Said told(Stay stay) {
        return plain(stay.unitName() + " · " + stay.since());
    }

    private static Said plain(String text) {
        return Said.of("web.plain", text);
    }

    private record Part(String field, String label, Function<Profile, @Nullable Said> read) {

        @Nullable
        Said said(Profile profile) {
            return read.apply(profile);
        }
    }

    private static final List<Part> PARTS = List.of(
            new Part(
                    "sex",
                    "member.sex",
                    one -> one.sex() == null ? null : Said.of(one.sex().key())),
            new Part(
                    "birth",
                    "near.birth",
                    one -> one.birthYear() == null
                            ? null
                            : plain(one.birthYear().toString())),
            new Part(
                    "document",
                    "member.document",
                    one -> one.document() == null
                            ? null
                            : Said.of(one.document().key())),
            new Part(
                    "schooling",
                    "member.schooling",
                    one -> one.schooling() == null
                            ? null
                            : Said.of(one.schooling().key())),
            new Part(
                    "skill",
                    "member.skill",
                    one -> one.skill() == null ? null : Said.of(one.skill().key())),
            new Part(
                    "household",
                    "member.household",
                    one -> one.household() == null
                            ? null
                            : Said.of(one.household().key())),
            new Part(
                    "class",
                    "roll.class",
                    one -> one.workerClass() == null
                            ? null
                            : Said.of(new WorkerClass(one.workerClass(), false).name())),
            new Part(
                    "employment",
                    "member.employment",
                    one -> one.employment() == null
                            ? null
                            : Said.of(one.employment().key())));

    /** The profile that stays: what the kept record lacks, and what was chosen, comes from the other. */
    Profile profile(Set<String> fromGone) {
        return new Profile(
                part(fromGone, "sex", Profile::sex),
                part(fromGone, "birth", Profile::birthYear),
                part(fromGone, "document", Profile::document),
                part(fromGone, "schooling", Profile::schooling),
                part(fromGone, "skill", Profile::skill),
                part(fromGone, "household", Profile::household),
                part(fromGone, "class", Profile::workerClass),
                part(fromGone, "employment", Profile::employment));
    }

    private <T> @Nullable T part(Set<String> fromGone, String field, Function<Profile, @Nullable T> read) {
        var own = read.apply(kept.profile());
        var theirs = read.apply(gone.profile());
        return own == null || (theirs != null && fromGone.contains(field)) ? theirs : own;
    }

    /** Tells these two as they are now from what they become later. */
    public String seen() {
        return Integer.toHexString(Objects.hash(kept, gone));
    }
}
