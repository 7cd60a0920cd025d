package org.uniongrid.organisation.employers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.CreditCode;
import org.uniongrid.organisation.IndustrySection;
import org.uniongrid.organisation.Origin;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.PartyOrganisation;
import org.uniongrid.web.Form;

/** Reads the form of an entry, and says field by field what cannot be. */
@Component
class DraftForm {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_WORDS = 200;
    private static final int SHORTEST_WORDS = 2;
    private static final String SEEN = "seen-";

    private final Seats seats;
    private final Clock clock;

    DraftForm(Seats seats, Clock clock) {
        this.seats = seats;
        this.clock = clock;
    }

    /** What is known, in the fields, and beside each what it was when the form was opened. */
    Form filled(Draft draft) {
        var form = seen(Form.blank(), draft.texts());
        for (var each : draft.texts().entrySet()) form = form.with(each.getKey(), each.getValue());
        var industry = draft.industry() == null ? "" : draft.industry();
        return form.with("section", industry.isEmpty() ? "" : industry.substring(0, 1))
                .with("industry", industry.isEmpty() ? "" : industry.substring(1))
                .with("seat", seats.find(draft.division()).map(Seats.Seat::text).orElse(""));
    }

    /** What was typed; a field that was not sent stays as it is known. */
    Form over(Draft draft, Map<String, List<String>> typed) {
        var all = new HashMap<>(filled(draft).typed());
        all.putAll(typed);
        return Form.of(all);
    }

    static Form seen(Form form, Map<String, String> texts) {
        var filled = form;
        for (var each : texts.entrySet()) filled = filled.with(SEEN + each.getKey(), each.getValue());
        return filled;
    }

    static String seen(Form form, String field) {
        return form.value(SEEN + field);
    }

    Form checked(Form typed) {
        var form = typed.require("name")
                .check("name", text(typed, "name").length() <= LONGEST_NAME, "employer.name.long", LONGEST_NAME);
        form = code(form);
        form = form.check(
                "ownership",
                blank(form, "ownership")
                        || Ownership.of(text(form, "ownership")).isPresent(),
                "employer.choose");
        form = form.check(
                "party",
                blank(form, "party")
                        || PartyOrganisation.of(text(form, "party")).isPresent(),
                "employer.choose");
        form = form.check("origin", blank(form, "origin") || origin(form).isPresent(), "employer.origin.unknown");
        form = industry(form);
        form = form.check(
                "founded-on",
                blank(form, "founded-on") || date(form, "founded-on").isPresent(),
                "post.date.invalid");
        form = form.check(
                "founded-on",
                date(form, "founded-on")
                        .filter(day -> day.isAfter(LocalDate.now(clock)))
                        .isEmpty(),
                "employer.founded.later");
        form = counts(form);
        form = form.check(
                "seat", blank(form, "seat") || seats.read(text(form, "seat")).isPresent(), "employer.seat.unknown");
        form = form.check(
                "address", text(form, "address").length() <= LONGEST_WORDS, "employer.address.long", LONGEST_WORDS);
        return place(form);
    }

    /** Right, or wrong in its last character only and accepted with a reason. */
    private static Form code(Form form) {
        var code = creditCode(form);
        if (code == null) return form;
        var wide = code.length() == 18;
        var first = wide ? code.substring(0, 17) : "";
        var checked = form.check("uscc", wide, "employer.uscc.length", code.length())
                .check("uscc", code.matches("[0-9A-HJ-NPQRTUWXY]*"), "employer.uscc.characters");
        if (!checked.problems().containsKey("uscc") && !CreditCode.isValid(code) && acceptedWords(form) == null)
            return checked.wrong(
                    "uscc",
                    "employer.uscc.check-digit",
                    String.valueOf(CreditCode.checkDigit(first)),
                    code.substring(17));
        var words = text(form, "uscc-accepted");
        return checked.check("uscc-accepted", words.length() <= LONGEST_WORDS, "employer.address.long", LONGEST_WORDS);
    }

    private static Form industry(Form form) {
        var digits = text(form, "industry");
        if (blank(form, "section")) return form.check("section", digits.isEmpty(), "employer.section.missing");
        var section = IndustrySection.of(text(form, "section"));
        if (section.isEmpty()) return form.wrong("section", "employer.choose");
        var one = section.get();
        return form.check(
                "industry",
                digits.isEmpty() || one.holds(digits),
                "employer.industry.elsewhere",
                one.name(),
                "%02d".formatted(one.first()),
                "%02d".formatted(one.last()));
    }

    /** The figures alone, which a chair may write as well. */
    static Form counts(Form typed) {
        var form = typed.check("staff", count(typed, "staff").isPresent() || blank(typed, "staff"), "employer.count")
                .check("women", count(typed, "women").isPresent() || blank(typed, "women"), "employer.count");
        var staff = count(typed, "staff");
        var women = count(typed, "women");
        return form.check(
                "women", women.isEmpty() || staff.isEmpty() || women.get() <= staff.get(), "employer.women.more");
    }

    private static Form place(Form typed) {
        var form = typed.check(
                        "lng", blank(typed, "lng") || degrees(typed, "lng", 180).isPresent(), "employer.degrees", 180)
                .check("lat", blank(typed, "lat") || degrees(typed, "lat", 90).isPresent(), "employer.degrees", 90);
        var missing = blank(typed, "lng") ? "lng" : "lat";
        return form.check(missing, blank(typed, "lng") == blank(typed, "lat"), "employer.coordinates.both");
    }

    /** What was written; the form has nothing wrong. */
    Draft draft(Form form) {
        var code = creditCode(form);
        var section = text(form, "section");
        return new Draft(
                text(form, "name"),
                code,
                code == null || CreditCode.isValid(code) ? null : acceptedWords(form),
                Ownership.of(text(form, "ownership")).map(Ownership::code).orElse(null),
                section.isEmpty() ? null : section + text(form, "industry"),
                date(form, "founded-on").orElse(null),
                count(form, "staff").orElse(null),
                count(form, "women").orElse(null),
                origin(form).map(Origin::code).orElse(null),
                PartyOrganisation.of(text(form, "party")).map(Enum::name).orElse(null),
                blank(form, "seat")
                        ? null
                        : seats.read(text(form, "seat")).map(Seats.Seat::code).orElse(null),
                blank(form, "address") ? null : text(form, "address"),
                degrees(form, "lng", 180).orElse(null),
                degrees(form, "lat", 90).orElse(null));
    }

    /** As it is written down: without spaces, in one width, large; null where none was typed. */
    static @Nullable String creditCode(Form form) {
        var code = Normalizer.normalize(form.value("uscc"), Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT);
        return code.isEmpty() ? null : code;
    }

    private static @Nullable String acceptedWords(Form form) {
        var words = text(form, "uscc-accepted");
        return words.length() < SHORTEST_WORDS ? null : words;
    }

    private static Optional<Origin> origin(Form form) {
        return Origin.of(text(form, "origin").replaceFirst("^(.*)\\s+([A-Za-z]{2})$", "$2"));
    }

    static Optional<Integer> count(Form form, String field) {
        return Optional.of(text(form, field).replace(",", ""))
                .filter(text -> text.matches("[0-9]{1,7}"))
                .map(Integer::valueOf);
    }

    static Optional<LocalDate> date(Form form, String field) {
        try {
            return Optional.of(LocalDate.parse(text(form, field)));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> degrees(Form form, String field, int most) {
        return Optional.of(text(form, field))
                .filter(text -> text.matches("-?[0-9]{1,3}(\\.[0-9]{1,12})?"))
                .map(BigDecimal::new)
                .filter(degrees -> degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(degrees -> degrees.setScale(6, RoundingMode.HALF_UP));
    }

    static String text(Form form, String field) {
        return form.value(field).strip();
    }

    static boolean blank(Form form, String field) {
        return form.value(field).isBlank();
    }
}
