package org.uniongrid.people;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a person besides name and numbers; null where nobody said.
 *
 * @param birthYear as their identity number tells it
 * @param workerClass key of a {@link WorkerClass}
 */
public record Profile(
        @Nullable Sex sex,
        @Nullable Integer birthYear,
        @Nullable DocumentKind document,
        @Nullable Schooling schooling,
        @Nullable SkillLevel skill,
        @Nullable Household household,
        @Nullable String workerClass,
        @Nullable Employment employment) {

    public static final Profile UNKNOWN = new Profile(null, null, null, null, null, null, null, null);

    /** With what an identity number tells. */
    public Profile of(IdNumber number) {
        return new Profile(
                number.isWoman() ? Sex.WOMAN : Sex.MAN,
                number.birthday().getYear(),
                document,
                schooling,
                skill,
                household,
                workerClass,
                employment);
    }

    public Profile withClass(String key) {
        return new Profile(sex, birthYear, document, schooling, skill, household, key, employment);
    }

    public Profile withDocument(DocumentKind kind) {
        return new Profile(sex, birthYear, kind, schooling, skill, household, workerClass, employment);
    }
}
