package org.uniongrid.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.uniongrid.web.Form;

/** Dates as a form sends them. */
public final class TypedSpan {

    private TypedSpan() {}

    public static Optional<LocalDate> date(Form form, String field) {
        try {
            return Optional.of(LocalDate.parse(form.value(field).strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** A form whose date is there and is one. */
    public static Form required(Form form, String field) {
        return form.require(field).check(field, date(form, field).isPresent(), "post.date.invalid");
    }

    /** A form whose date is one, where there is any. */
    public static Form optional(Form form, String field) {
        return form.check(
                field, form.value(field).isBlank() || date(form, field).isPresent(), "post.date.invalid");
    }
}
