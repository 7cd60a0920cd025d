package org.uniongrid.matter.delegations;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.uniongrid.matter.Delegations;
import org.uniongrid.web.Form;
import org.uniongrid.web.TypedKey;

/** Reads the form of a delegation. */
final class DelegationForm {

    static final String PAGE = "matter/delegations/list";

    private DelegationForm() {}

    static Form checked(Form form) {
        var words = words(form);
        return form.check("to", TypedKey.uuid(form.value("to")).isPresent(), "web.form.required")
                .check("from", day(form, "from").isPresent(), "matter.delegations.date")
                .check("until", day(form, "until").isPresent(), "matter.delegations.date")
                .check("words", words.length() >= 2 && words.length() <= 200, "matter.delegations.words.length");
    }

    /** Of a form that was checked. */
    static Delegations.Order order(Form form) {
        return new Delegations.Order(
                TypedKey.uuid(form.value("to")).orElseThrow(),
                day(form, "from").orElseThrow(),
                day(form, "until").orElseThrow(),
                words(form));
    }

    private static String words(Form form) {
        return form.value("words").strip();
    }

    private static Optional<LocalDate> day(Form form, String field) {
        try {
            return Optional.of(LocalDate.parse(form.value(field).strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
