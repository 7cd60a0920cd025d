package org.uniongrid.organisation.facts;

import static org.uniongrid.organisation.facts.FactGroup.*;
import static org.uniongrid.organisation.facts.UnitField.Kind.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.web.Option;
import org.uniongrid.web.Say;

/** A fact of a union in the national register of 2020: a column of {@code organisation.unit} of the same name. */
public enum UnitField {
    CODE(IDENTITY, TEXT, "text"),
    USCC(IDENTITY, TEXT, "text"),
    REGISTER_TYPE(IDENTITY, CHOICE, "smallint"),
    REGISTER_FORM(IDENTITY, CHOICE, "smallint"),
    DIVISION(IDENTITY, SEAT, "text"),
    ADDRESS(IDENTITY, TEXT, "text"),
    INDUSTRY(IDENTITY, TEXT, "text"),
    OWNERSHIP(IDENTITY, CHOICE, "text"),
    PREPARED_ON(FOUNDING, DATE, "date"),
    FOUNDED_ON(FOUNDING, DATE, "date"),
    FOUNDING_WAY(FOUNDING, CHOICE, "text"),
    REPLY_NUMBER(FOUNDING, TEXT, "text"),
    LEGAL_PERSON_UNTIL(FOUNDING, DATE, "date"),
    TERM_FROM(TERM, DATE, "date"),
    TERM_TO(TERM, DATE, "date"),
    STAFF(PEOPLE, COUNT, "integer"),
    WOMEN(PEOPLE, COUNT, "integer"),
    MEMBERS(PEOPLE, COUNT, "integer"),
    WOMEN_MEMBERS(PEOPLE, COUNT, "integer"),
    FULL_TIME_CADRES(PEOPLE, COUNT, "integer"),
    PART_TIME_CADRES(PEOPLE, COUNT, "integer"),
    MIGRANTS(PEOPLE, COUNT, "integer"),
    HARDSHIP(PEOPLE, COUNT, "integer"),
    IN_MUTUAL_AID(PEOPLE, COUNT, "integer"),
    MEMBER_CARDS(PEOPLE, COUNT, "integer"),
    HAS_SEAL(IN_PLACE, YES_NO, "boolean"),
    HAS_CONGRESS(IN_PLACE, YES_NO, "boolean"),
    OPENS_AFFAIRS(IN_PLACE, YES_NO, "boolean"),
    HAS_CONTRACT(IN_PLACE, YES_NO, "boolean"),
    HOME_STAR(IN_PLACE, CHOICE, "smallint");

    /** How a fact is typed and shown. */
    public enum Kind {
        TEXT,
        DATE,
        COUNT,
        YES_NO,
        CHOICE,
        SEAT
    }

    private final FactGroup group;
    private final Kind kind;
    private final String type;

    UnitField(FactGroup group, Kind kind, String type) {
        this.group = group;
        this.kind = kind;
        this.type = type;
    }

    public FactGroup group() {
        return group;
    }

    public Kind kind() {
        return kind;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The assignment that writes it, from a text. */
    String assignment() {
        return column() + " = cast(:" + column() + " as " + type + ")";
    }

    /** Its name in forms and on the audit trail; {@code field.} before it makes its message key. */
    public String key() {
        return "unit-" + column().replace('_', '-');
    }

    public String label(Say say) {
        return say.of("field." + key());
    }

    /** What may be chosen; empty where it is typed. */
    public List<Option> options(Say say) {
        return values(this).stream()
                .map(value -> new Option(value, word(value, say)))
                .toList();
    }

    /** Codes that may stand there; empty where it is no choice. */
    static List<String> values(UnitField field) {
        return switch (field) {
            case REGISTER_TYPE -> numbers(8);
            case REGISTER_FORM -> numbers(7);
            case HOME_STAR -> numbers(5);
            case FOUNDING_WAY -> List.of("OFFLINE", "ONLINE");
            case OWNERSHIP ->
                Arrays.stream(Ownership.values()).map(Ownership::code).toList();
            case HAS_SEAL, HAS_CONGRESS, OPENS_AFFAIRS, HAS_CONTRACT -> List.of("true", "false");
            default -> List.of();
        };
    }

    private static List<String> numbers(int most) {
        return IntStream.rangeClosed(1, most).mapToObj(Integer::toString).toList();
    }

    /** A value in words. */
    public String shown(String value, Say say) {
        return switch (kind) {
            case COUNT -> say.of("unit.persons", Integer.parseInt(value));
            case CHOICE, YES_NO -> word(value, say);
            case TEXT, DATE, SEAT -> value;
        };
    }

    public @Nullable String shownOrNull(@Nullable String value, Say say) {
        return value == null ? null : shown(value, say);
    }

    private String word(String value, Say say) {
        if (kind == YES_NO) return say.of(value.equals("true") ? "unit.yes" : "unit.no");
        return switch (this) {
            case OWNERSHIP -> say.of("employer.ownership." + value);
            case HOME_STAR -> say.of("unit.home-star", Integer.parseInt(value));
            default -> say.of("unit." + column().replace('_', '-') + "." + value.toLowerCase(Locale.ROOT));
        };
    }
}
