package org.uniongrid.organisation.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.UnitHead;
import org.uniongrid.web.Fact;
import org.uniongrid.web.Say;

/** The facts of a union in words. */
public record FactWords(Say say) {

    public List<Fact> facts(Registration registration, FactGroup group) {
        var facts = new ArrayList<Fact>();
        if (group == FactGroup.IDENTITY && registration.tier() != null)
            facts.add(new Fact(say.of("unit.tier"), say.of(registration.tier().key())));
        for (var field : group.fields()) facts.add(fact(field, registration));
        if (group == FactGroup.IN_PLACE) facts.add(new Fact(say.of("field.unit-account"), registration.account()));
        return facts;
    }

    private Fact fact(UnitField field, Registration registration) {
        var value = registration.get(field);
        return switch (field) {
            case CODE, USCC -> Fact.code(field.label(say), value);
            case DIVISION -> new Fact(field.label(say), registration.divisionName());
            default -> new Fact(field.label(say), field.shownOrNull(value, say));
        };
    }

    public List<Fact> below(UnitHead.Below below) {
        return List.of(
                new Fact(say.of("unit.below.staff"), persons(below.staff())),
                new Fact(say.of("unit.below.members"), persons(below.members())));
    }

    /** The names of the hidden fields that say what was seen. */
    public List<String> seenFields() {
        return FactsForm.seenFields();
    }

    public @Nullable String hint(UnitField field) {
        return switch (field) {
            case USCC, INDUSTRY, TERM_FROM, LEGAL_PERSON_UNTIL -> say.of("unit.facts.hint." + field.key());
            default -> null;
        };
    }

    /** Whether the term is one that the law knows. */
    public boolean isOddTerm(Registration registration) {
        return TermLength.isOdd(registration);
    }

    private @Nullable String persons(@Nullable Long count) {
        return count == null ? null : say.of("unit.persons", count);
    }
}
