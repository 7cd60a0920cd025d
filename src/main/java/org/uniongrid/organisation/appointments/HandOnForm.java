package org.uniongrid.organisation.appointments;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.uniongrid.organisation.appointments.AppointmentDesk.Next;
import org.uniongrid.web.Form;
import org.uniongrid.web.TypedKey;

/** Reads who gets what a post has. */
final class HandOnForm {

    private static final UUID NO_POST = new UUID(0, 0);

    private HandOnForm() {}

    /** What is no post stands as the id of none, so that the rule says what is wrong. */
    static Next next(Form form) {
        var to = form.value("to");
        return new Next(to.isEmpty() ? null : TypedKey.uuid(to).orElse(NO_POST), key(form));
    }

    private static UUID key(Form form) {
        return form.value("key").isEmpty() ? UUID.randomUUID() : TypedKey.of(form.value("key"));
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
