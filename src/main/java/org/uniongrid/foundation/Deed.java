package org.uniongrid.foundation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, for the audit trail. Personal data stands in it masked or not at all.
 *
 * @param action what was done, such as {@code access.account.unlock}; {@code deed.} before it makes its message key
 * @param subject kind of the record, such as {@code access.account}; {@code subject.} before it makes its message key
 * @param id public id of the record, or null where it has none
 * @param label how people call the record, such as a login or a unit's name; never a number of a person
 * @param person internal id of the person whose data it was, so that they can see who looked; or null
 * @param reason the words or the purpose the actor gave, or null
 * @param changes fields with what stood there before and after
 */
public record Deed(
        String action,
        String subject,
        @Nullable UUID id,
        String label,
        @Nullable Long person,
        @Nullable String reason,
        List<Change> changes) {

    public Deed {
        changes = List.copyOf(changes);
    }

    /** One field, as {@code field.} + its name in the messages; null where nothing stood. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    public static Deed of(String action, String subject, @Nullable UUID id, String label) {
        return new Deed(action, subject, id, label, null, null, List.of());
    }

    public Deed about(long whose) {
        return new Deed(action, subject, id, label, whose, reason, changes);
    }

    public Deed because(String words) {
        return new Deed(action, subject, id, label, person, words, changes);
    }

    /** With one field more; a field that did not change is left out. */
    public Deed with(String field, @Nullable String before, @Nullable String after) {
        if (Objects.equals(before, after)) return this;
        var more = Stream.concat(changes.stream(), Stream.of(new Change(field, before, after)))
                .toList();
        return new Deed(action, subject, id, label, person, reason, more);
    }
}
