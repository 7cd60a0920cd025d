package org.uniongrid.organisation.facts;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.facts.Change.Account;
import org.uniongrid.web.Form;
import org.uniongrid.web.Say;

/** The form of the facts: what is filled in, what was typed, and what the one who typed had seen. */
final class FactsForm {

    static final String ACCOUNT = "unit-account";
    static final String NO_ACCOUNT = "unit-account-gone";

    private static final String SAW = "saw-";
    private static final int LONGEST = 200;
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,8}");
    private static final Pattern INDUSTRY = Pattern.compile("[A-T]([0-9]{2,4})?");

    private FactsForm() {}

    static Form filled(Registration registration) {
        var form = Form.blank();
        for (var field : UnitField.values()) form = form.with(field.key(), registration.get(field));
        return seen(form, registration);
    }

    private static Form seen(Form form, Registration registration) {
        var filled = form;
        for (var field : UnitField.values()) filled = filled.with(SAW + field.key(), registration.get(field));
        return filled.with(SAW + ACCOUNT, registration.account());
    }

    /** The names of the hidden fields that say what was seen. */
    static List<String> seenFields() {
        return Stream.concat(Arrays.stream(UnitField.values()).map(UnitField::key), Stream.of(ACCOUNT))
                .map(name -> SAW + name)
                .toList();
    }

    /** With each field in its one form, and what is no value of its kind marked. */
    static Form checked(Form typed) {
        var form = typed;
        for (var field : UnitField.values()) {
            var value = normal(field, typed.value(field.key()));
            form = form.with(field.key(), value);
            if (!value.isEmpty() && field.kind() != UnitField.Kind.SEAT)
                form = form.check(field.key(), fits(field, value), "unit.facts.wrong." + wrong(field), LONGEST);
        }
        return form;
    }

    private static String normal(UnitField field, String typed) {
        var text = typed.strip();
        return switch (field) {
            case USCC, INDUSTRY ->
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replace(" ", "")
                        .toUpperCase(Locale.ROOT);
            default ->
                field.kind() == UnitField.Kind.COUNT
                        ? Normalizer.normalize(text, Normalizer.Form.NFKC).replace(",", "")
                        : text;
        };
    }

    private static boolean fits(UnitField field, String value) {
        return switch (field.kind()) {
            case TEXT -> field == UnitField.INDUSTRY ? INDUSTRY.matcher(value).matches() : value.length() <= LONGEST;
            case COUNT -> COUNT.matcher(value).matches();
            case DATE -> isDate(value);
            case YES_NO, CHOICE -> UnitField.values(field).contains(value);
            case SEAT -> true;
        };
    }

    private static String wrong(UnitField field) {
        return field == UnitField.INDUSTRY
                ? "industry"
                : field.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isDate(String value) {
        try {
            var date = LocalDate.parse(value);
            return date.getYear() >= 1900 && date.getYear() < 2200;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    static Change change(Form form) {
        return new Change(values(form, ""), values(form, SAW), account(form), emptyAsNull(form.value(SAW + ACCOUNT)));
    }

    private static Account account(Form form) {
        if (form.has(NO_ACCOUNT, "true")) return new Account.Gone();
        var typed = form.value(ACCOUNT).strip();
        return typed.isEmpty() ? new Account.Kept() : new Account.Other(typed);
    }

    private static Map<UnitField, String> values(Form form, String before) {
        var values = new EnumMap<UnitField, String>(UnitField.class);
        for (var field : UnitField.values()) {
            var value = form.value(before + field.key());
            if (!value.isEmpty())
                values.put(
                        field,
                        field.kind() == UnitField.Kind.COUNT ? Integer.toString(Integer.parseInt(value)) : value);
        }
        return values;
    }

    /**
     * The form after somebody else was quicker. Where only they changed a field it takes over what they wrote; where both
     * did, what was typed stays. Either way it says what stands there now, and saving again goes on from that.
     */
    static Form overtaken(Form typed, Registration now, Say say) {
        var form = typed.wrong(Form.WHOLE, "unit.facts.overtaken");
        for (var field : UnitField.values()) {
            var saw = emptyAsNull(typed.value(SAW + field.key()));
            var stands = now.get(field);
            if (Objects.equals(saw, stands)) continue;
            var mine = emptyAsNull(typed.value(field.key()));
            var isTheirs = Objects.equals(mine, saw) || Objects.equals(mine, stands);
            if (isTheirs) form = form.with(field.key(), stands);
            form = form.wrong(
                    field.key(),
                    isTheirs ? "unit.facts.taken-over" : "unit.facts.both-changed",
                    stands == null ? say.of("unit.facts.nothing") : field.shown(stands, say));
        }
        if (!Objects.equals(emptyAsNull(typed.value(SAW + ACCOUNT)), now.account()))
            form = form.wrong(
                    ACCOUNT,
                    "unit.facts.account.changed",
                    now.account() == null ? say.of("unit.facts.nothing") : now.account());
        return seen(form, now);
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
